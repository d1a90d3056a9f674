/** @file What every action works with: the state, the outside, and what is kept. */
import type { StoreApi } from 'zustand/vanilla';
import { must } from '../base/assert.ts';
import { AssistantError, isKind } from '../base/errors.ts';
import type { Comparison } from '../clinic/comparison.ts';
import type { Review } from '../clinic/review.ts';
import type { Engine } from '../engine/engine.ts';
import type { Archives } from '../store/archives.ts';
import type { AttachmentStore } from '../store/attachments.ts';
import type { CheckpointLibrary } from '../store/checkpoint-library.ts';
import type { AuditStore } from '../store/audit.ts';
import type { ConversationStore } from '../store/conversations.ts';
import type { CaseRecords } from '../store/case-records.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { ErasedCounts } from '../store/erase-everything.ts';
import type { Erasures } from '../store/erasures.ts';
import type { KeptFolders } from '../store/kept-folders.ts';
import type { Integrity } from '../store/integrity.ts';
import type { SearchTexts } from '../store/search-texts.ts';
import type { LeaseHooks } from '../store/open-lease.ts';
import type { SecondCopy } from '../store/mirror/open-mirror.ts';
import type { PatientStore } from '../store/patients.ts';
import type { DamagedRecord } from '../store/records.ts';
import type { SettingsStore } from '../store/settings.ts';
import type { TemplateStore } from '../store/templates.ts';
import type { Vault } from '../store/vault.ts';
import type { Change } from '../store/lease-channel.ts';
import type { WriterLease } from '../store/writer-lease.ts';
import { Audit } from './audit.ts';
import type { Browser } from './browser.ts';
import type { RequestBook } from './requests.ts';
import type { OfflineEvents, OfflineInstallation } from './offline.ts';
import type { Documents } from './documents.ts';
import { patientById } from './patient-by-id.ts';
import { describeProblem } from './problem.ts';
import { Search } from './search.ts';
import type { AppState, DraftImage, Notice } from './state.ts';
import { Unwritten } from './unwritten.ts';

export interface KeptHooks extends LeaseHooks {
  /** The browser, or a newer tab, closed the database later. */
  onClosed(): void;
}

/** What became of the records when the browser could not read its files and began anew. */
export type Loss = 'nothing' | 'brought-back' | 'partly' | 'all';

/** The database's stores, once it is open. */
export interface Kept {
  readonly conversations: ConversationStore;
  readonly attachments: AttachmentStore;
  readonly settings: SettingsStore;
  /** What unfinished checkpoints are made from. */
  readonly folders: KeptFolders;
  readonly drafts: DraftStore;
  readonly audit: AuditStore;
  readonly patients: PatientStore;
  readonly reviews: CaseRecords<Review>;
  readonly comparisons: CaseRecords<Comparison>;
  readonly erasures: Erasures;
  readonly integrity: Integrity;
  readonly searchTexts: SearchTexts;
  readonly templates: TemplateStore;
  /** Backup, restore, export. */
  readonly archives: Archives;
  /** Whether this tab may write. */
  readonly lease: WriterLease;
  /** Holds the key of all of them but the settings. */
  readonly vault: Vault;
  /** What the browser lost since the last visit. */
  readonly loss: Loss;
  /** Copies what is not in the second copy yet, which may take a while. */
  growSecondCopy(): Promise<void>;
  /** How the second copy of the records is. */
  secondCopy(): Promise<SecondCopy>;
  /** Ends what an earlier visit left half done; the vault must be open. */
  tidy(): Promise<void>;
  /** What an earlier version left in the clear because nobody could read it. */
  leftBehind(): Promise<readonly DamagedRecord[]>;
  /** Destroys the keys, then removes the databases. The rest works no more afterwards. */
  eraseEverything(): Promise<ErasedCounts>;
  close(): Promise<void>;
}

/** What the app is put together from. */
export interface AppParts {
  readonly engine: Engine;
  readonly library: CheckpointLibrary;
  readonly browser: Browser;
  readonly openKept: (hooks: KeptHooks) => Promise<Kept>;
  /** Decodes, turns upright, hashes. @throws AssistantError 'bad-input' naming the file */
  readonly readImage: (file: File) => Promise<DraftImage>;
  /** Reads PDFs; without it they are no files that can be used. */
  readonly documents?: Documents;
  /** Keeps the page for use without its server, where the browser can. */
  readonly installOffline?: (events: OfflineEvents) => OfflineInstallation;
  /** What was asked of the network; where the browser cannot keep it, nobody knows. */
  readonly requests?: RequestBook;
  /** The folder of the checkpoint that comes with the app. */
  readonly bundledUrl: string;
}

/** A notice without its id. */
type NewNotice = Notice extends infer N
  ? N extends Notice
    ? Omit<N, 'id'>
    : never
  : never;

export class AppCore {
  readonly parts: AppParts;
  readonly state: StoreApi<AppState>;
  /** What the disk refused so far. */
  readonly unwritten = new Unwritten({
    tell: (error) => this.tell({ kind: 'problem', problem: describeProblem(error) }),
    dismiss: (id) => this.dismiss(id),
    tellAllIsWritten: () => void this.tell({ kind: 'written-again' }),
  });
  /** Notes what was done. */
  readonly audit = new Audit({
    store: () => (this.#kept?.vault.isLocked === false ? this.#kept.audit : undefined),
    insist: (work) => this.unwritten.insist('audit', work),
  });
  readonly search = new Search({
    texts: () =>
      this.#kept?.vault.isLocked === false ? this.#kept.searchTexts : undefined,
    patientName: (id) => patientById(this.now.patients, id)?.name,
    report: (search) => this.set({ search }),
    attempt: (work) => this.attempt(work),
  });
  #kept: Kept | undefined;

  constructor(parts: AppParts, state: StoreApi<AppState>) {
    this.parts = parts;
    this.state = state;
  }

  get kept(): Kept {
    return must(this.#kept, 'actions run after start');
  }

  get hasStarted(): boolean {
    return this.#kept !== undefined;
  }

  /** @param beforeHandOver - stops what is going on and writes what is unwritten */
  async openKept(beforeHandOver: () => Promise<void>): Promise<void> {
    this.#kept = await this.parts.openKept({
      beforeHandOver,
      onProblem: (error) =>
        this.tell({ kind: 'problem', problem: describeProblem(error) }),
      onClosed: () => {
        const closed = new AssistantError(
          'bad-data',
          'The database was closed from outside, by a newer version of this app or by the browser. Reload the page.',
          { path: 'indexeddb' },
        );
        this.set({ start: { kind: 'failed', problem: describeProblem(closed) } });
      },
    });
  }

  /** Tells the other tabs what was written. */
  changed(what: Change): void {
    this.kept.lease.changed(what);
  }

  get now(): AppState {
    return this.state.getState();
  }

  set(change: Partial<AppState> | ((state: AppState) => Partial<AppState>)): void {
    this.state.setState(change);
  }

  /** Shows a notice; gives its id. One that says the same goes. */
  tell(notice: NewNotice): string {
    const told = { id: crypto.randomUUID(), ...notice } as Notice;
    this.set(({ notices }) => ({
      notices: [...notices.filter((other) => !saysTheSame(other, told)), told],
    }));
    return told.id;
  }

  dismiss(id: string): void {
    this.set(({ notices }) => ({ notices: notices.filter((told) => told.id !== id) }));
  }

  /** Runs an action whose failure belongs to no place of its own: it becomes a notice. */
  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isKind(error, 'aborted')) return;
      this.tell({ kind: 'problem', problem: describeProblem(error) });
    }
  }
}

function saysTheSame(one: Notice, other: Notice): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind !== 'problem' || other.kind !== 'problem') {
    return one.kind === 'written-again';
  }
  return (
    one.problem.kind === other.problem.kind &&
    one.problem.message === other.problem.message
  );
}
