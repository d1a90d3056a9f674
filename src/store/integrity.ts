/**
 * @file Looking at everything that is kept: every record is opened, every image
 * compared with its hash, every reference followed, the record of use checked.
 * Nothing is changed.
 */
import type { IDBPIndex } from 'idb';
import type { AuditFault, AuditStore } from './audit.ts';
import { checkConsultation, type Fault, type FaultKind } from './check-consultation.ts';
import type { Database } from './database.ts';
import type { AssistantSchema } from './schema.ts';
import { openDraft, type SealedDraft } from './sealed-drafts.ts';
import { openErasure, type SealedErasure } from './sealed-erasure.ts';
import { openPatient } from './sealed-patients.ts';
import { openAll } from './sealed-records.ts';
import type { Vault } from './vault.ts';

export interface IntegrityProgress {
  readonly kind: 'progress';
  readonly done: number;
  /** Consultations. */
  readonly total: number;
}

export interface IntegrityReport {
  readonly kind: 'report';
  readonly timeMs: number;
  readonly consultations: number;
  readonly turns: number;
  readonly images: number;
  readonly faults: readonly Fault[];
  readonly auditFaults: readonly AuditFault[];
}

export class Integrity {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #audit: AuditStore;

  constructor(database: Database, vault: Vault, audit: AuditStore) {
    this.#database = database;
    this.#vault = vault;
    this.#audit = audit;
  }

  /** Progress after each consultation, and the report at the end. Who has enough stops reading. */
  async *check(): AsyncGenerator<IntegrityProgress | IntegrityReport> {
    const ids = await this.#database.getAllKeys('conversations');
    const faults: Fault[] = [];
    let [turns, images, done] = [0, 0, 0];
    for (const id of ids) {
      const checked = await checkConsultation(this.#database, this.#vault.root, id);
      turns += checked.turns;
      images += checked.images;
      faults.push(...checked.faults);
      yield { kind: 'progress', done: ++done, total: ids.length };
    }
    faults.push(...(await this.#ofNoConsultation()), ...(await this.#leftOver()));
    const { faults: auditFaults } = await this.#audit.read();
    yield {
      kind: 'report',
      timeMs: Date.now(),
      consultations: ids.length,
      turns,
      images,
      faults,
      auditFaults,
    };
  }

  async #ofNoConsultation(): Promise<readonly Fault[]> {
    const { root } = this.#vault;
    const damagedOf = async (
      store: 'patients' | 'drafts' | 'erasures',
      kind: FaultKind,
      open: (value: unknown) => Promise<unknown>,
    ) => {
      const values = await this.#database.getAll(store);
      const { damaged } = await openAll(store, values, open);
      return damaged.map(({ key }) => ({ kind, key }));
    };
    return [
      ...(await damagedOf('patients', 'patient', (value) => openPatient(root, value))),
      ...(await damagedOf('drafts', 'draft', (value) =>
        openDraft(root.own, value as SealedDraft),
      )),
      ...(await damagedOf('erasures', 'certificate', (value) =>
        openErasure(root.own, value as SealedErasure),
      )),
    ];
  }

  /** Turns and images whose consultation is gone, though nobody erased it. */
  async #leftOver(): Promise<readonly Fault[]> {
    const transaction = this.#database.transaction([
      'conversations',
      'messages',
      'attachments',
      'erasures',
    ]);
    const [ids, turns, images, erasures] = await Promise.all([
      transaction.objectStore('conversations').getAllKeys(),
      distinctFirsts(transaction.objectStore('messages').index('byConversation')),
      distinctFirsts(transaction.objectStore('attachments').index('byConversation')),
      transaction.objectStore('erasures').getAll(),
    ]);
    const known = new Set([...ids, ...erasures.flatMap(({ toClear }) => toClear)]);
    const left = new Set([...turns, ...images].filter((id) => !known.has(id)));
    return [...left].map((id) => ({ kind: 'left-over', key: id }));
  }
}

/** The consultations that an index names, each found once; its keys begin with them or are them. */
async function distinctFirsts(index: object): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const keys = index as IDBPIndex<
    AssistantSchema,
    ['messages'],
    'messages',
    'byConversation'
  >;
  let cursor = await keys.openKeyCursor(null, 'nextunique');
  while (cursor !== null) {
    const key: unknown = cursor.key;
    const isPlaced = Array.isArray(key);
    const id = String(isPlaced ? key[0] : key);
    found.add(id);
    cursor = isPlaced ? await cursor.continue([id, Infinity]) : await cursor.continue();
  }
  return found;
}
