/**
 * @file What a person can do, and the object that holds it all together.
 *
 * Actions never throw at the interface: what goes wrong becomes a visible state
 * (`start`, `engine`, `checkpoints.job`, a failed answer) or a notice.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { FactsChange } from '../clinic/case-facts.ts';
import type { Comparison } from '../clinic/comparison.ts';
import type { Shelf } from '../clinic/conversation.ts';
import type { OwnTemplate } from '../clinic/own-template.ts';
import type { Review } from '../clinic/review.ts';
import type { AuditReport } from '../store/audit.ts';
import type { PickedFolder } from '../store/picked-folder.ts';
import type { RequestDay } from '../store/request-rows.ts';
import type { BackupSchedule } from './archive-state.ts';
import type { CheckpointFacts } from './checkpoint-facts.ts';
import type { Demonstration } from './demonstrations.ts';
import type { DocumentActions } from './documents.ts';
import type { DeviceRoom } from './device-room.ts';
import type { ExactPrompt, PromptOf } from './exact-prompt.ts';
import type { SearchHit, SearchResults } from './search.ts';
import type { HealthActions } from './health.ts';
import type { ViewerActions } from './image-viewing.ts';
import type { Examine } from './examine.ts';
import type { AppState, Settings } from './state.ts';
import type { SummaryEvent } from './summary.ts';
import type { Truth } from '../mediscope/demonstration.ts';

export type {
  AuditReport,
  CheckpointFacts,
  DeviceRoom,
  PickedFolder,
  RequestDay,
  SearchHit,
  SearchResults,
  SummaryEvent,
};

/** What a person says of a consultation. */
export interface Description {
  readonly title: string;
  readonly patientName: string;
  readonly tags: readonly string[];
}

/** What is to be exported, and where to. */
export interface ExportAsked {
  /** Some consultations; all of them when absent. */
  readonly conversationIds?: readonly string[];
  /** Where the person wants it; without, it waits to be saved. */
  readonly handle?: FileSystemFileHandle | undefined;
}

export interface Actions extends HealthActions, ViewerActions, DocumentActions {
  /** Opens the database, reads the settings, installs the bundled checkpoint when it is missing, loads the engine. */
  start(): Promise<void>;

  /** Shows an empty consultation. It is kept from its first turn on. */
  newConsultation(): void;
  openConsultation(id: string): Promise<void>;
  /** Adds older consultations to the list. */
  showOlderConsultations(): Promise<void>;
  /** Gives it a title, a patient (by name, made when new; empty for none) and tags. */
  describeConsultation(id: string, description: Description): Promise<void>;
  /** Adds archived consultations to the list. */
  showArchivedConsultations(): Promise<void>;
  /** Pins, archives, or puts back to their time; archiving can be undone from a notice. */
  shelve(ids: readonly string[], shelf: Shelf | undefined): Promise<void>;
  /** Puts them back to where they were before a notice of `archived`. */
  undoShelving(noticeId: string): Promise<void>;
  /** Adds a tag to each. */
  tagConsultations(ids: readonly string[], tag: string): Promise<void>;
  /** Erases them, keys first, and stops their answers. */
  deleteConsultations(ids: readonly string[]): Promise<void>;
  /** Erases it, key first, and stops its answer. */
  deleteConsultation(id: string): Promise<void>;
  /** Erases a patient with all consultations. */
  erasePatient(patientId: string): Promise<void>;
  /** Shows the newest branch through a turn of the current consultation. */
  showBranch(messageId: string): Promise<void>;
  /** Finds consultations that have every word of `query`, title, patient and tags first. */
  search(query: string): Promise<SearchResults>;
  /** Shows a consultation, the branch that holds the turn, and the turn. */
  showFound(found: Pick<SearchHit, 'conversationId' | 'messageId'>): Promise<void>;

  /**
   * Notes facts of a case; undefined takes one away.
   *
   * @param of - as `draftKey` names it; the consultation in the middle when absent
   */
  noteFacts(change: FactsChange, of?: string): Promise<void>;

  /** Begins a new consultation about a synthetic patient, whose first words become the draft. */
  openDemonstration(demonstration: Demonstration): Promise<void>;
  /** Puts what the synthetic patient says to the answers so far into the draft. */
  hearPatient(): Promise<void>;
  /** The new consultation is not about a synthetic patient any more; its words stay. */
  leaveDemonstration(): void;

  /** The draft of the current consultation. */
  setDraftText(text: string): void;
  /** From the button, a drop or the clipboard. A file that cannot be read is named in a notice. */
  addImages(files: readonly File[]): Promise<void>;
  /** Gives up an image that is still being read: it does not arrive. */
  stopReadingImage(id: string): void;
  removeDraftImage(sha256: string): void;
  /** Gives an image of the draft another place: `to` counts from 0. */
  moveDraftImage(sha256: string, to: number): void;
  /** What the doctor says of an attached image; the model reads it too. Empty for nothing. */
  captionDraftImage(sha256: string, caption: string): void;
  /** Puts a kept turn of the person into the composer; `send` then begins a branch beside it. */
  beginEdit(messageId: string): Promise<void>;
  /** The same, leaving out the images of the turn. */
  beginEditWithoutImages(messageId: string): Promise<void>;
  cancelEdit(): void;
  /**
   * Begins a new consultation with what a doctor approved of a summary, before what
   * is written already; the images go along. Nothing is sent.
   */
  goOnWith(summary: string): void;

  /** Keeps what a doctor says of an answer. */
  reviewAnswer(
    messageId: string,
    said: Pick<Review, 'verdict' | 'text'>,
  ): Promise<void>;
  /** Keeps which of two answers to one turn is better. */
  compareAnswers(
    firstId: string,
    secondId: string,
    better: Comparison['better'],
  ): Promise<void>;

  /** Has the tab that writes hand over to this one. */
  writeHere(): Promise<void>;

  /** Keeps the draft as a turn, then answers it. Does nothing when `whyCannotSend` says why. */
  send(): Promise<void>;
  /** Keeps the draft until the answer that runs in this consultation is done, then sends it. */
  queueDraft(): void;
  /** Takes what waits back into the composer. */
  editQueued(): void;
  removeQueued(): void;
  /** Sends what waits now, after an answer that did not end by itself. */
  askQueued(): Promise<void>;
  /** Ends the running answer within one step; what there is of it stays. */
  stop(): void;
  /** Answers the last turn once more, beside the last answer. */
  regenerate(): Promise<void>;
  /** Lets the last answer grow on, where it was stopped or reached its length. */
  continueAnswer(): Promise<void>;

  /** Loads another installed checkpoint and remembers the choice. */
  chooseCheckpoint(id: string): Promise<void>;
  /** Loads the chosen checkpoint once more, after a failure. */
  retryLoad(): Promise<void>;
  /** A converted folder is copied and verified, a Hugging Face folder is converted; then it is loaded. */
  addCheckpointFolder(folder: PickedFolder): Promise<void>;
  /** Fetches a converted checkpoint from the folder at `address`, then loads it. */
  downloadCheckpoint(address: string): Promise<void>;
  /** What is known of an installed checkpoint beyond its line in the list; undefined when it is gone. */
  readCheckpoint(id: string): Promise<CheckpointFacts | undefined>;
  /** What this device has to run a checkpoint with. */
  readDevice(): Promise<DeviceRoom>;
  /** Hashes every chunk of an installed checkpoint again. */
  verifyCheckpoint(id: string): Promise<void>;
  /** Fetches what is damaged or missing of the bundled checkpoint again, then loads it. */
  repairCheckpoint(id: string): Promise<void>;
  removeCheckpoint(id: string): Promise<void>;
  /** Goes on with what stopped halfway, from the folder it was begun with: `folder`, or the one that is known. */
  goOnWithCheckpoint(id: string, folder?: PickedFolder): Promise<void>;
  /** Stops the running job; what is here stays, and can be gone on with. */
  pauseCheckpointJob(): void;
  /** Stops the running job and removes what it brought here. */
  discardCheckpointJob(): void;
  dismissCheckpointJob(): void;

  /** Sets the first passphrase; gives the recovery code, to be shown once; undefined when it could not be written. */
  setPassphrase(passphrase: string): Promise<string | undefined>;
  /** False when `typed` is neither the passphrase nor the recovery code. */
  changePassphrase(typed: string, passphrase: string): Promise<boolean>;
  removePassphrase(typed: string): Promise<boolean>;
  /** False when `typed` is neither the passphrase nor the recovery code; undefined when none was made. */
  addPasskey(typed: string, name: string): Promise<boolean | undefined>;
  removePasskey(id: string): Promise<void>;
  /** False when no passkey opened it. */
  unlockByPasskey(): Promise<boolean>;
  /** Locks all tabs and stops the answer. Does nothing without a passphrase. */
  lock(): Promise<void>;
  /** False when `typed` is neither the passphrase nor the recovery code. */
  unlock(typed: string): Promise<boolean>;

  /** An answer of the current consultation was copied out of the page. */
  noteCopied(): void;
  /** What was done, and whether the record of it is whole; undefined when it could not be read. */
  readAudit(): Promise<AuditReport | undefined>;

  /** Shows what is known of backups. */
  readBackups(): Promise<void>;
  /** Sets what opens the backups of a profile without a passphrase. */
  setBackupPassphrase(passphrase: string): Promise<void>;
  /** Writes everything into one archive: into the file that was picked, else into one that waits to be saved. */
  backUp(handle?: FileSystemFileHandle): Promise<void>;
  /** Goes on with the backup that was cut off. */
  goOnWithBackup(): Promise<void>;
  /** When backups are made by themselves, and into which folder; without one, the folder stays. */
  scheduleBackups(
    schedule: BackupSchedule,
    folder?: FileSystemDirectoryHandle,
  ): Promise<void>;
  /** Asks the browser to let the page write into the folder again, then makes what is due. */
  allowBackupFolder(): Promise<void>;
  /** Reads all of an archive and writes nothing; false when `typed` opens it not. */
  readArchive(file: File, typed: string): Promise<boolean>;
  /** Restores the archive that was read. */
  restoreArchive(bringBackErased: boolean): Promise<void>;
  /** Writes consultations in an open format, not encrypted. */
  exportCases(asked: ExportAsked): Promise<void>;
  /** Ends what goes on; a backup can be gone on with. */
  cancelArchiveWork(): void;
  dismissArchiveWork(): void;

  /** Accepts the intended use in its present version. Nothing is asked of a model before. */
  acceptUse(): Promise<void>;

  changeSettings(change: Partial<Settings>): Promise<void>;
  /** Changes the doctor's own templates, which are kept as `change` gives them. */
  changeTemplates(
    change: (templates: readonly OwnTemplate[]) => readonly OwnTemplate[],
  ): Promise<void>;
  /** Every request since the app is here; undefined where nobody could note them. */
  readRequests(): Promise<readonly RequestDay[] | undefined>;
  /** Writes what the disk refused, now instead of in a while. */
  writeAgain(): Promise<void>;
  dismissNotice(id: string): void;
  /** Switches to the new version of the page that lies ready, and reloads. */
  takeUpdate(): void;
}

export interface App {
  readonly state: StoreApi<AppState>;
  readonly actions: Actions;
  /** The encoded bytes of an image of a consultation, to be shown; undefined when they are gone. */
  readAttachment(conversationId: string, sha256: string): Promise<Blob | undefined>;
  /** What is true of the synthetic patient in the middle; undefined when there is none. */
  revealTruth(): Promise<Truth | undefined>;
  /** The very text that the model reads for an answer. */
  exactPrompt(of: PromptOf): Promise<ExactPrompt>;
  /** The branch on screen, summed up by the model. */
  summarize(signal: AbortSignal): AsyncIterable<SummaryEvent>;
  /** Looking into an answer that is there. */
  readonly examine: Examine;
  /** Writes what is not written yet and lets go of engine, workers and database. */
  dispose(): Promise<void>;
}
