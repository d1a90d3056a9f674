/** @file The database as the app uses it. */
import type { Stretch } from '../store/argon2.ts';
import { openArchives } from '../store/archives.ts';
import { AttachmentStore } from '../store/attachments.ts';
import { AuditStore } from '../store/audit.ts';
import { browserBackupFiles } from '../store/backup-file.ts';
import type { BackupFiles } from '../store/backup-target.ts';
import { CaseRecords } from '../store/case-records.ts';
import { COMPARISONS } from '../store/comparisons.ts';
import { ConversationStore } from '../store/conversations.ts';
import {
  type Database,
  DATABASE_NAME,
  openDatabase,
  type OpenOptions,
} from '../store/database.ts';
import { DraftStore } from '../store/drafts.ts';
import {
  type ErasedCounts,
  eraseEverything,
  type EraseOptions,
} from '../store/erase-everything.ts';
import { Erasures } from '../store/erasures.ts';
import {
  bringOver,
  eraseInFirstGeneration,
  FIRST_DATABASE_NAME,
  leftInTheClear,
  removeFirstGeneration,
  removePlain,
} from '../store/generations.ts';
import { Integrity } from '../store/integrity.ts';
import { KeptFolders } from '../store/kept-folders.ts';
import { openMirror } from '../store/mirror/open-mirror.ts';
import { type PlaceApart, placeApart } from '../store/mirror/place-apart.ts';
import type { BroughtBack } from '../store/mirror/settle-mirror.ts';
import { PatientStore } from '../store/patients.ts';
import { REVIEWS } from '../store/reviews.ts';
import { SearchTexts } from '../store/search-texts.ts';
import { SettingsStore } from '../store/settings.ts';
import { stretchInWorker } from '../store/stretch-in-worker.ts';
import { TemplateStore } from '../store/templates.ts';
import { Vault } from '../store/vault.ts';
import type { WriterLease } from '../store/writer-lease.ts';
import { openLease, type TabParts } from '../store/open-lease.ts';
import type { Kept, KeptHooks, Loss } from './core.ts';

interface OpenKeptOptions {
  /** Tests have their own. */
  readonly name?: string;
  readonly firstName?: string;
  readonly stretch?: Stretch;
  readonly tabs?: TabParts;
  readonly files?: BackupFiles;
  readonly place?: PlaceApart | undefined;
}

export async function openKept(
  hooks: KeptHooks,
  {
    name = DATABASE_NAME,
    firstName = FIRST_DATABASE_NAME,
    stretch = stretchInWorker,
    tabs,
    files = browserBackupFiles,
    place,
  }: OpenKeptOptions = {},
): Promise<Kept> {
  let lease: WriterLease | undefined;
  const { database, mirror, loss } = await openTwice(
    { name, onClosed: hooks.onClosed, beforeClosing: async () => lease?.outdate() },
    place,
  );
  await bringOver(database, firstName);
  const vault = await Vault.open(database, stretch);
  const conversations = new ConversationStore(database, vault);
  const drafts = new DraftStore(database, vault);
  const erasures = new Erasures(database, vault, (ids) =>
    eraseInFirstGeneration(database, ids),
  );
  const writer = (lease = openLease(database, hooks, tabs));
  const audit = new AuditStore(database, vault);
  return {
    vault,
    lease: writer,
    conversations,
    drafts,
    erasures,
    attachments: new AttachmentStore(database, vault),
    audit,
    integrity: new Integrity(database, vault, audit),
    patients: new PatientStore(database, vault),
    reviews: new CaseRecords(database, vault, REVIEWS),
    comparisons: new CaseRecords(database, vault, COMPARISONS),
    archives: openArchives({ database, vault, erasures, stretch, files }),
    searchTexts: new SearchTexts(database, vault),
    templates: new TemplateStore(database, vault),
    settings: new SettingsStore(database),
    folders: new KeptFolders(database),
    loss,
    secondCopy: () => mirror.report(),
    growSecondCopy: () => mirror.grow(),
    tidy: () => tidy(database, erasures, drafts),
    leftBehind: () => leftInTheClear(database),
    eraseEverything: () =>
      eraseAll(files, {
        database,
        vault,
        firstName,
        mirror,
        letGo: () => writer.close(),
      }),
    close: () => close(writer, mirror, database),
  };
}

async function close(
  writer: WriterLease,
  ...databases: readonly { close(): void }[]
): Promise<void> {
  await writer.close();
  for (const database of databases) database.close();
}

/** The database with its second copy, and what the browser lost of it. */
async function openTwice(options: OpenOptions, place: PlaceApart | undefined) {
  let isLost = false;
  const onLost = () => {
    isLost = true;
  };
  const database = await openDatabase({ ...options, onLost });
  const mirror = await openMirror(database, place ?? (await placeApart(database.name)));
  return { database, mirror, loss: lossOf(isLost, mirror.broughtBack) };
}

function lossOf(isLost: boolean, broughtBack: BroughtBack | undefined): Loss {
  if (broughtBack !== undefined) return broughtBack.isWhole ? 'brought-back' : 'partly';
  return isLost ? 'all' : 'nothing';
}

async function eraseAll(files: BackupFiles, what: EraseOptions): Promise<ErasedCounts> {
  // A backup that waits to be saved opens with its passphrase. Where the browser
  // keeps no files there is none.
  await files.removeTemporary().catch(() => {});
  return eraseEverything(what);
}

async function tidy(
  database: Database,
  erasures: Erasures,
  drafts: DraftStore,
): Promise<void> {
  await removePlain(database);
  await erasures.finish();
  await drafts.rename();
  await removeFirstGeneration(database, Date.now());
}
