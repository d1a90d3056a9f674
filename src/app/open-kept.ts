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
import { type Database, DATABASE_NAME, openDatabase } from '../store/database.ts';
import { DraftStore } from '../store/drafts.ts';
import { eraseEverything } from '../store/erase-everything.ts';
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
import { PatientStore } from '../store/patients.ts';
import { REVIEWS } from '../store/reviews.ts';
import { SearchTexts } from '../store/search-texts.ts';
import { SettingsStore } from '../store/settings.ts';
import { stretchInWorker } from '../store/stretch-in-worker.ts';
import { Vault } from '../store/vault.ts';
import type { WriterLease } from '../store/writer-lease.ts';
import { openLease, type TabParts } from '../store/open-lease.ts';
import type { Kept, KeptHooks } from './core.ts';

interface OpenKeptOptions {
  /** Tests have their own. */
  readonly name?: string;
  readonly firstName?: string;
  readonly stretch?: Stretch;
  readonly tabs?: TabParts;
  readonly files?: BackupFiles;
}

export async function openKept(
  hooks: KeptHooks,
  {
    name = DATABASE_NAME,
    firstName = FIRST_DATABASE_NAME,
    stretch = stretchInWorker,
    tabs,
    files = browserBackupFiles,
  }: OpenKeptOptions = {},
): Promise<Kept> {
  let lease: WriterLease | undefined;
  const database = await openDatabase({
    name,
    onClosed: () => hooks.onClosed(),
    beforeClosing: async () => lease?.outdate(),
  });
  await bringOver(database, firstName);
  const vault = await Vault.open(database, stretch);
  const conversations = new ConversationStore(database, vault);
  const drafts = new DraftStore(database, vault);
  const erasures = new Erasures(database, vault, (ids) =>
    eraseInFirstGeneration(database, ids),
  );
  const writer = openLease(database, hooks, tabs);
  lease = writer;
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
    settings: new SettingsStore(database),
    tidy: () => tidy(database, erasures, drafts),
    leftBehind: () => leftInTheClear(database),
    async eraseEverything() {
      // A backup that waits to be saved opens with its passphrase. Where the browser
      // keeps no files there is none.
      await files.removeTemporary().catch(() => {});
      return eraseEverything({
        database,
        vault,
        firstName,
        letGo: () => writer.close(),
      });
    },
    async close() {
      await writer.close();
      database.close();
    },
  };
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
