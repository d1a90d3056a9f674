/**
 * @file The records of a profile as an archive holds them.
 *
 * A record of a consultation names it. The turns of a consultation stand in the
 * order in which they were written, a turn before those that answer it; the rest
 * may stand in any order, though a reader is quickest when the records of a
 * consultation are neighbours.
 *
 *   settings, patients, then of each consultation: header, turns, images,
 *   reviews, comparisons; then certificates of what was erased, and the audit
 */
import * as v from 'valibot';
import type { Comparison } from '../../clinic/comparison.ts';
import type { Message } from '../../clinic/conversation.ts';
import type { Patient } from '../../clinic/patient.ts';
import type { Review } from '../../clinic/review.ts';
import {
  caseFacts,
  type ConversationHeader,
  count,
  id,
  messageContent,
  sha256,
  shelf,
  syntheticPatient,
  time,
} from '../records.ts';
import type { CheckedRecord } from './archive-records.ts';

/** Of which consultation. */
interface Of {
  readonly conversationId: string;
}

/** An image of a consultation; its encoded bytes are the record's bytes. */
export interface ArchivedImage extends Of {
  readonly sha256: string;
  readonly mediaType: string;
}

export interface ArchivedAuditEntry {
  /** From 1 on, without gaps. */
  readonly seq: number;
  readonly timeMs: number;
  /** "unlock" */
  readonly what: string;
  readonly conversationId?: string;
  readonly subject?: string;
  /** Hash of the entry before; empty for the first. */
  readonly previous: string;
}

const of = { conversationId: id };

const conversation: v.GenericSchema<unknown, ConversationHeader> = v.object({
  id,
  title: v.string(),
  tags: v.array(v.string()),
  patientId: v.exactOptional(id),
  createdMs: time,
  updatedMs: time,
  leafId: v.exactOptional(id),
  facts: v.exactOptional(caseFacts),
  shelf: v.exactOptional(shelf),
  syntheticPatient: v.exactOptional(syntheticPatient),
});

const message: v.GenericSchema<unknown, Message & Of> = v.object({
  ...messageContent.entries,
  ...of,
  parentId: v.nullable(id),
});

const attachment: v.GenericSchema<unknown, ArchivedImage> = v.object({
  ...of,
  sha256,
  mediaType: v.string(),
});

const patient: v.GenericSchema<unknown, Patient> = v.object({
  id,
  name: v.string(),
  createdMs: time,
  updatedMs: time,
});

const review: v.GenericSchema<unknown, Review & Of> = v.object({
  ...of,
  id,
  messageId: id,
  verdict: v.picklist(['accepted', 'edited', 'rejected']),
  text: v.exactOptional(v.string()),
  note: v.exactOptional(v.string()),
  createdMs: time,
});

const better = v.picklist(['first', 'tie', 'second']);

const comparison: v.GenericSchema<unknown, Comparison & Of> = v.object({
  ...of,
  id,
  firstId: id,
  secondId: id,
  better: v.object({
    proactiveness: better,
    accuracy: better,
    usefulness: better,
    languageQuality: better,
  }),
  createdMs: time,
});

const auditEntry: v.GenericSchema<unknown, ArchivedAuditEntry> = v.object({
  seq: count,
  timeMs: time,
  what: v.string(),
  conversationId: v.exactOptional(id),
  subject: v.exactOptional(v.string()),
  previous: v.string(),
});

/** What was erased, and when; nothing of what it said. */
const erasure = v.object({
  id,
  timeMs: time,
  what: v.picklist(['consultation', 'patient']),
  conversationIds: v.array(id),
  patientId: v.exactOptional(id),
  turns: count,
  images: count,
});

/** What a person chose, by name. */
const settings = v.record(v.string(), v.unknown());

/** Every kind of record, for `checkRecord`. */
export const CONSULTATION_RECORDS = {
  settings,
  patient,
  conversation,
  message,
  attachment,
  review,
  comparison,
  erasure,
  'audit-entry': auditEntry,
} as const;

export type ConsultationRecord = CheckedRecord<typeof CONSULTATION_RECORDS>;
