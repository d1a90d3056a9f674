/**
 * @file Everything on screen, as one value.
 *
 * The interface selects from it and calls `Actions`; it never changes it. The
 * store is zustand's, without React: `watch.ts` has the hook.
 */
import type { CaseFacts } from '../clinic/case-facts.ts';
import type { Attachment, Conversation, Shelf } from '../clinic/conversation.ts';
import type { Comparison } from '../clinic/comparison.ts';
import type { OwnTemplate } from '../clinic/own-template.ts';
import type { Patient } from '../clinic/patient.ts';
import type { Review } from '../clinic/review.ts';
import type { SyntheticPatient } from '../clinic/synthetic-patient.ts';
import type { DeviceReport, RuntimeKind, Sampling } from '../engine/engine.ts';
import type { ErasureCertificate } from './erasure-certificate.ts';
import type { ArchivesState } from './archive-state.ts';
import type { Problem } from './problem.ts';

export type Language = 'en' | 'zh';
export type Theme = 'system' | 'light' | 'dark';

/** What a person chose, and what is kept. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  readonly runtime: RuntimeKind | 'webgpu' | 'auto';
  readonly sampling: Sampling;
  readonly maxNewTokens: number;
  /** Without input, where there is a passphrase. */
  readonly lockAfterMinutes: 1 | 5 | 15 | 60;
  /** Shortcuts of a single letter, outside of text fields. */
  readonly letterShortcuts: boolean;
  /** The statement of intended use that was accepted last; absent before the first. */
  readonly acceptedUse?: { readonly version: number; readonly timeMs: number };
  /** Id of the installed checkpoint to load at start; undefined is the bundled one. */
  readonly checkpointId?: string;
}

/** Reading the database and the settings, before anything can be shown. */
export type StartState =
  | { readonly kind: 'starting' }
  /** A passphrase is asked for before anything of a consultation is read. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'started' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** Nothing is here any more. The page begins anew when it is loaded again. */
  | { readonly kind: 'erased'; readonly certificate: ErasureCertificate };

/** A consultation as a line of the list. */
export interface ConversationSummary {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly patientId?: string;
  readonly shelf?: Shelf;
  readonly syntheticPatient?: SyntheticPatient;
  readonly createdMs: number;
  readonly updatedMs: number;
}

/** What is in the middle of the page. A new one gets its record with its first turn. */
export type CurrentConversation =
  | { readonly kind: 'new' }
  | { readonly kind: 'opening'; readonly id: string }
  | { readonly kind: 'open'; readonly conversation: Conversation };

/** An image that is attached to the turn being written. */
export interface DraftImage {
  readonly attachment: Attachment;
  readonly blob: Blob;
}

/** A turn that waits for the running answer to end. */
export interface QueuedTurn {
  readonly text: string;
  readonly images: readonly DraftImage[];
}

/** A chosen image that is still being read. */
export interface ReadingImage {
  readonly id: string;
  /** Of its file; empty for one that has no name. */
  readonly name: string;
}

/** The turn being written. */
export interface Draft {
  readonly text: string;
  readonly images: readonly DraftImage[];
  readonly readingImages: readonly ReadingImage[];
  /** The kept turn that this draft is another wording of; the new turn stands beside it. */
  readonly editing?: string;
  /** Sent when the answer that runs in this consultation is done. */
  readonly queued?: QueuedTurn;
  /** Of a consultation that is not kept yet. */
  readonly facts?: CaseFacts;
  /** Likewise, of a demonstration. */
  readonly syntheticPatient?: SyntheticPatient;
}

export type EngineState =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'loading';
      readonly checkpoint: CheckpointSummary;
      readonly phase: 'opening' | 'weights' | 'self-check';
      /** The configuration being tried, as the engine names it. */
      readonly configuration?: string;
      readonly loadedBytes: number;
      readonly totalBytes: number;
      readonly startedMs: number;
      /** True when it is loaded again after the device was lost. */
      readonly isRecovery: boolean;
    }
  | {
      readonly kind: 'ready';
      readonly checkpoint: CheckpointSummary;
      readonly device: DeviceReport;
    }
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      readonly checkpoint?: CheckpointSummary;
    };

/** The answer being made. There is one at a time, in whichever consultation. */
export type AnswerState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly conversationId: string;
      readonly messageId: string;
      readonly phase: 'waiting-for-engine' | 'images' | 'prefill' | 'decode';
      readonly isStopping: boolean;
      readonly imageIndex: number;
      readonly imageCount: number;
      readonly prefillDoneTokens: number;
      readonly prefillTotalTokens: number;
      readonly reusedTokens: number;
      readonly newTokens: number;
      readonly tokensPerSecond: number;
    };

/** A checkpoint that lies on this computer's disk, ready to load. */
export interface CheckpointSummary {
  readonly id: string;
  readonly name: string;
  readonly quantization: string;
  readonly licence: string;
  readonly understandsImages: boolean;
  /** True for one that knows nothing to act on. */
  readonly isDemonstration?: boolean;
  /** The only languages it speaks, as ISO 639-1 codes; absent for one that speaks all. */
  readonly languages?: readonly string[];
  readonly sizeBytes: number;
  readonly isBundled: boolean;
  /** True when there is an address to fetch what is damaged from. */
  readonly canFetchAgain: boolean;
}

/** Work on checkpoints: one job at a time, and the last one that failed stays until dismissed. */
export type CheckpointJob =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly work: CheckpointWork;
      /** Of the checkpoint, once it is known. */
      readonly id?: string;
      readonly name: string;
      readonly file: string;
      readonly loadedBytes: number;
      readonly totalBytes: number;
      readonly startedMs: number;
      /** At the speed of the last seconds; undefined while nobody can tell. */
      readonly remainingMs?: number | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly work: CheckpointWork;
      readonly name: string;
      readonly problem: Problem;
      /** The installed checkpoint whose damage can be fetched again. */
      readonly repairs?: string;
    };

/** A checkpoint that is not all here, and how far it got. */
export interface UnfinishedCheckpoint {
  readonly id: string;
  /** What is going on with. `hasFolder` is false when it has to be picked again. */
  readonly source:
    | { readonly kind: 'address'; readonly url: string }
    | {
        readonly kind: 'folder';
        readonly work: 'import' | 'convert';
        readonly hasFolder: boolean;
      };
  readonly name: string;
  readonly haveBytes: number;
  readonly totalBytes: number | undefined;
}

/** One whose manifest cannot be read: it can be fetched again or removed. */
export interface DamagedDownload {
  readonly id: string;
  readonly name: string;
  readonly canFetchAgain: boolean;
  readonly problem: Problem;
}

/** `install` is the bundled one; `download` from an address; `import` a converted folder. */
export type CheckpointWork = 'install' | 'download' | 'import' | 'convert' | 'verify';

export interface CheckpointsState {
  readonly installed: readonly CheckpointSummary[];
  /** What stopped halfway: `goOnWithCheckpoint(id)` goes on, `removeCheckpoint(id)` gives the disk back. */
  readonly unfinished: readonly UnfinishedCheckpoint[];
  readonly damaged: readonly DamagedDownload[];
  readonly job: CheckpointJob;
}

/** Whether the browser promised to keep our data, and how much there is. */
export interface StorageState {
  readonly isPersistent: boolean | undefined;
  readonly usedBytes: number | undefined;
}

/** Something to tell that belongs to no other place. Stays until dismissed. */
export type Notice =
  | { readonly id: string; readonly kind: 'problem'; readonly problem: Problem }
  | { readonly id: string; readonly kind: 'engine-reloaded' }
  /** What the disk refused for a while is on it now. */
  | { readonly id: string; readonly kind: 'written-again' }
  | { readonly id: string; readonly kind: 'damaged-records'; readonly count: number }
  /** The browser could not read its files; told with what became of the records. */
  | {
      readonly id: string;
      readonly kind: 'database-lost';
      readonly became: 'brought-back' | 'partly' | 'all';
    }
  | { readonly id: string; readonly kind: 'checkpoint-verified'; readonly name: string }
  | {
      readonly id: string;
      readonly kind: 'checkpoint-installed';
      readonly name: string;
      /** False when an answer was being written: the person loads it when it suits. */
      readonly isLoaded: boolean;
    }
  /** `undoShelving` puts them back to where they were. */
  | {
      readonly id: string;
      readonly kind: 'archived';
      readonly before: readonly Pick<ConversationSummary, 'id' | 'shelf'>[];
    }
  /** A backup is due, and its folder has to be opened by the person; `allowBackupFolder` asks. */
  | { readonly id: string; readonly kind: 'backup-due' }
  /** A new version of the page lies ready; `takeUpdate` switches to it. */
  | { readonly id: string; readonly kind: 'update-ready' }
  /** The page starts without its server from now on. Told at the first visit only. */
  | { readonly id: string; readonly kind: 'offline-ready' };

/** Whether this tab writes: one of all open tabs does, the others follow it. */
export type WriterState = 'waiting' | 'taking-over' | 'writing' | 'outdated';

/** The search index of this tab. */
export interface SearchState {
  /** False while older consultations are still being opened for searching. */
  readonly isOpen: boolean;
  /** Grows when a search would find something else than before. */
  readonly changes: number;
}

/** A passkey by the name of its id. */
export interface PasskeySummary {
  readonly id: string;
  readonly name: string;
  readonly createdMs: number;
}

export interface AppState {
  readonly start: StartState;
  readonly writer: WriterState;
  /** True when a passphrase is set. */
  readonly isProtected: boolean;
  /** What else opens it. */
  readonly passkeys: readonly PasskeySummary[];
  readonly settings: Settings;
  /** The newest ones; `showOlderConsultations` brings more when `hasOlder`. */
  readonly conversations: readonly ConversationSummary[];
  /** What doctors said of the answers of the consultation in the middle, oldest first. */
  readonly reviews: readonly Review[];
  readonly comparisons: readonly Comparison[];
  readonly hasOlder: boolean;
  /** True until all archived ones are among `conversations`. */
  readonly hasOlderArchived: boolean;
  readonly patients: readonly Patient[];
  readonly current: CurrentConversation;
  /** By conversation id; the one that has no id yet is under `NEW_DRAFT`. */
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly engine: EngineState;
  /** Of the doctor's own, in their order. */
  readonly templates: readonly OwnTemplate[];
  readonly answer: AnswerState;
  readonly checkpoints: CheckpointsState;
  readonly storage: StorageState;
  readonly archives: ArchivesState;
  readonly notices: readonly Notice[];
  readonly search: SearchState;
  /** The turn that a search led to, to be brought into view. */
  readonly sought?: { readonly messageId: string } | undefined;
}

export const NEW_DRAFT = 'new';
export const EMPTY_DRAFT: Draft = { text: '', images: [], readingImages: [] };
