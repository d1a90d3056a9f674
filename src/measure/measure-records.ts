/**
 * @file How long a person waits for the records: until a turn is on disk, until a
 * profile is unlocked and its list can be shown, until a search has its results.
 *
 * The real database in a real browser; only the rendering is left out.
 */
import { must } from '../base/assert.ts';
import { Random } from '../base/random.ts';
import { sha256Hex } from '../base/sha256.ts';
import { AuditStore } from '../store/audit.ts';
import { Backups } from '../store/backup.ts';
import { measureBackup } from '../store/backup-speed.ts';
import { ConversationStore } from '../store/conversations.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { DraftStore } from '../store/drafts.ts';
import { Erasures } from '../store/erasures.ts';
import {
  leftInTheClear,
  removeFirstGeneration,
  removePlain,
} from '../store/generations.ts';
import { openMirror } from '../store/mirror/open-mirror.ts';
import { placeApart } from '../store/mirror/place-apart.ts';
import { unpair } from '../store/mirror/settle-mirror.ts';
import { openLease } from '../store/open-lease.ts';
import { PatientStore } from '../store/patients.ts';
import type { KeptImage } from '../store/sealed-records.ts';
import { SearchIndex } from '../store/search-index.ts';
import { SearchTexts } from '../store/search-texts.ts';
import { stretchInWorker } from '../store/stretch-in-worker.ts';
import { Vault } from '../store/vault.ts';
import type { WriterLease } from '../store/writer-lease.ts';
import type { Finding, RecordsFinding } from './findings.ts';
import { turn, writeRandomProfile } from './random-profile.ts';
import type { RecordsPlan } from './records-requests.ts';
import { median, quantile } from './statistics.ts';

const NAME = 'bench-records';
const PASSPHRASE = 'correct horse battery staple';
const UNLOCKS = 5;
const OPENINGS = 5;
const PAGE = 100;
/** Of a photograph as a browser makes it smaller. */
const IMAGE_BYTES = 400_000;
const TURN_LETTERS = 300;

/** What was set out to reach, in the median. */
const WANTED_MS = { turn: 30, open: 1000, search: 50 } as const;

export async function* measureWriting(plan: RecordsPlan): AsyncGenerator<Finding> {
  yield* measureTurns(`${NAME}-once`, plan, 'in one copy', async () => {});
  yield* measureTurns(NAME, plan, 'in both copies', async (database) => {
    await openMirror(database, await placeApart(NAME));
  });
  const database = await openDatabase({ name: NAME });
  try {
    const vault = await Vault.open(database, stretchInWorker);
    const { ms } = await timed(() =>
      writeRandomProfile(database, vault.root, {
        cases: plan.cases,
        doneMs: Date.now() - 3_600_000,
      }),
    );
    yield finding(`write a profile of ${plan.cases} consultations`, [ms]);
    await vault.protect(PASSPHRASE);
  } finally {
    database.close();
  }
}

/** One after another, as a person sends them. */
async function* measureTurns(
  name: string,
  plan: RecordsPlan,
  copies: string,
  begin: (database: Database) => Promise<void>,
): AsyncGenerator<Finding> {
  const database = await openDatabase({ name });
  try {
    await begin(database);
    const vault = await Vault.open(database, stretchInWorker);
    const lease = await beginToWrite(database);
    const conversations = new ConversationStore(database, vault);
    const wanted = WANTED_MS.turn;
    const plain = await keepTurns(conversations, plan.turns, async () => []);
    yield finding(`keep a turn, ${copies}`, plain, wanted);
    const withImage = await keepTurns(conversations, plan.turns, randomImage);
    yield finding(`keep a turn with an image of 400 kB, ${copies}`, withImage, wanted);
    await lease.close();
  } finally {
    database.close();
  }
}

/** As the only tab. */
async function beginToWrite(database: Database): Promise<WriterLease> {
  const problems = Promise.withResolvers<never>();
  const lease = openLease(database, {
    beforeHandOver: async () => {},
    onProblem: problems.reject,
  });
  const granted = new Promise<void>((resolve) => {
    lease.subscribe(({ kind }) => {
      if (kind === 'writing') resolve();
    });
  });
  await lease.start();
  if (lease.state.kind !== 'writing') await Promise.race([granted, problems.promise]);
  return lease;
}

export async function* measureOpening(plan: RecordsPlan): AsyncGenerator<Finding> {
  const database = await openDatabase({ name: NAME });
  try {
    const vault = await Vault.open(database, stretchInWorker);
    const unlocks = await times(UNLOCKS, async () => {
      vault.lock();
      must((await vault.unlock(PASSPHRASE)) || undefined, 'it is the passphrase');
    });
    yield finding('unlock (Argon2id, 64 MiB, 3 passes)', unlocks);
    const count = await database.count('conversations');
    const opens = await times(OPENINGS, () => openFirstPage(database, vault));
    yield finding(
      `from unlocked to the first page of ${count} consultations`,
      opens,
      WANTED_MS.open,
    );
    const { value: index, ms } = await timed(() => openIndex(database, vault));
    yield finding(`open the search index of ${count} consultations`, [ms]);
    for (const [language, listed] of Object.entries(QUERIES)) {
      const queries = listed.split('|');
      const searches: number[] = [];
      for (let at = 0; at < plan.queries; at++) {
        const query = must(queries[at % queries.length], 'one of them');
        searches.push((await timed(() => index.find(query))).ms);
      }
      yield finding(`search, ${language}`, searches, WANTED_MS.search);
    }
    yield await measureBackingUp(database, vault);
    await unpair(database); // it was filled behind the back of the second copy
    const mirror = await openMirror(database, await placeApart(NAME));
    const growth = await timed(() => mirror.grow());
    yield finding(`make the second copy of ${count} consultations`, [growth.ms]);
    mirror.close();
  } finally {
    database.close();
  }
}

/** Frequent, rare and missing words; single letters; several words; numbers. */
const QUERIES = {
  English:
    'chest pain|troponin|p|electrocardiogram fever|no such word|Patient 77|follow-up nausea|4711|HEADACHE|breath 12',
  Chinese:
    '胸痛|呼吸困难|心|心电图 发热|没有这个词|王77|复诊 恶心|细菌性肺炎|头痛|患者主诉胸痛三天',
} as const;

async function measureBackingUp(
  database: Database,
  vault: Vault,
): Promise<RecordsFinding> {
  const erasures = new Erasures(database, vault, async () => {});
  const backups = new Backups({ database, vault, erasures });
  const { sizeBytes, consultations, megabytesPerSecond, ms } =
    await measureBackup(backups);
  const size = `${Math.round(sizeBytes / 1e6)} MB of ${consultations} consultations`;
  return finding(`back up ${size} (${megabytesPerSecond.toFixed(1)} MB/s)`, [ms]);
}

/** As the page does it, from the moment the vault is open until it has a list to show. */
async function openFirstPage(database: Database, vault: Vault): Promise<void> {
  const erasures = new Erasures(database, vault, async () => {});
  const drafts = new DraftStore(database, vault);
  const audit = new AuditStore(database, vault);
  const conversations = new ConversationStore(database, vault);
  await removePlain(database);
  await erasures.finish();
  await drafts.rename();
  await removeFirstGeneration(database, Date.now());
  await audit.addWaiting();
  await conversations.stopAbandoned(() => false);
  const { records } = await conversations.list(PAGE);
  must(records[0], 'there is something to show');
  await new PatientStore(database, vault).list();
  await leftInTheClear(database);
  await drafts.list();
}

async function openIndex(database: Database, vault: Vault): Promise<SearchIndex> {
  const { records } = await new PatientStore(database, vault).list();
  const names = new Map(records.map(({ id, name }) => [id, name]));
  const index = new SearchIndex();
  for await (const { opened } of new SearchTexts(database, vault).openAll()) {
    for (const { header, turns } of opened) {
      const patientName = names.get(header.patientId ?? '');
      const named = patientName === undefined ? {} : { patientName };
      index.put({ ...header, ...named }, turns);
    }
  }
  return index;
}

async function keepTurns(
  conversations: ConversationStore,
  count: number,
  imagesOf: (random: Random) => Promise<readonly KeptImage[]>,
): Promise<readonly number[]> {
  const random = new Random(2);
  const conversationId = crypto.randomUUID();
  const text = 'chest pain '.repeat(TURN_LETTERS / 11);
  const taken: number[] = [];
  for (let at = 0; at < count; at++) {
    const images = await imagesOf(random);
    const nowMs = Date.now();
    const messages = [
      turn(conversationId, 2 * at, text, nowMs),
      { ...turn(conversationId, 2 * at + 1, '', nowMs), state: 'growing' as const },
    ];
    const { ms } = await timed(() =>
      conversations.keepTurn({
        conversationId,
        title: 'Bench',
        messages,
        images,
        nowMs,
      }),
    );
    taken.push(ms);
  }
  await conversations.stopAbandoned(() => false);
  return taken;
}

async function randomImage(random: Random): Promise<readonly KeptImage[]> {
  const bytes = Uint32Array.from({ length: IMAGE_BYTES / 4 }, () => random.uint32());
  const sha256 = await sha256Hex(new Uint8Array(bytes.buffer));
  return [{ sha256, mediaType: 'image/jpeg', bytes: bytes.buffer }];
}

async function times(
  runs: number,
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) taken.push((await timed(work)).ms);
  return taken;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const startMs = performance.now();
  const value = await work();
  return { value, ms: performance.now() - startMs };
}

function finding(
  what: string,
  ms: readonly number[],
  wantedMs?: number,
): RecordsFinding {
  return {
    kind: 'records',
    what,
    medianMs: median(ms),
    p99Ms: quantile(ms, 0.99),
    runs: ms.length,
    ...(wantedMs !== undefined && { wantedMs }),
  };
}
