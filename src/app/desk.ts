/** @file What actions on records and on the lock work with. */
import type { CheckpointDesk } from './checkpoint-actions.ts';
import type { ConsultationList } from './consultation-list.ts';
import type { DraftWriter } from './draft-writer.ts';

export interface Desk extends CheckpointDesk {
  readonly list: ConsultationList;
  readonly drafts: DraftWriter;
}
