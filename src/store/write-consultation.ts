/** @file Writing what was sealed of a consultation, as long as that is as it was. */
import type { SealedCaseRecord } from './sealed-case-record.ts';
import { type Database, writing } from './database.ts';
import { isSame, messagesOf } from './keep-turn.ts';
import type { SealedConsultation } from './sealed-consultation.ts';
import type {
  SealedAttachment,
  SealedConversation,
  SealedMessage,
} from './sealed-records.ts';

export interface ConsultationChange {
  readonly id: string;
  /** As it was when the rest was sealed. */
  readonly over: SealedConsultation;
  /** True when nothing that is there opens, or nothing is there. */
  readonly isNew: boolean;
  /** Undefined when the header stays. */
  readonly header: SealedConversation | undefined;
  /** New, or in the place of the turn with the same id. */
  readonly messages: readonly SealedMessage[];
  readonly attachments: readonly SealedAttachment[];
  readonly reviews: readonly SealedCaseRecord[];
  readonly comparisons: readonly SealedCaseRecord[];
}

const STORES = [
  'conversations',
  'messages',
  'attachments',
  'reviews',
  'comparisons',
  'searchTexts',
] as const;
const PARTS = ['attachments', 'reviews', 'comparisons'] as const;

/** False, and nothing written, when the consultation changed since it was read. */
export function writeChange(
  database: Database,
  change: ConsultationChange,
): Promise<boolean> {
  const { id, over, isNew, header } = change;
  return writing(database, STORES, async (transaction) => {
    const headers = transaction.objectStore('conversations');
    const messages = transaction.objectStore('messages');
    const turns = messages.index('byConversation');
    if (!isSame(await headers.get(id), over.header)) return false;
    if (!areSame(await turns.getAll(messagesOf(id)), over.messages)) return false;

    // Places are unique: all that move leave theirs before one takes another.
    const leaving = isNew ? over.messages : change.messages;
    const here = new Set(over.messages.map((message) => message.id));
    for (const message of leaving) {
      if (here.has(message.id)) await messages.delete(message.id);
    }
    for (const store of isNew ? PARTS : []) {
      const records = transaction.objectStore(store);
      for (const key of await records.index('byConversation').getAllKeys(id)) {
        await records.delete(key);
      }
    }
    if (header !== undefined) await headers.put(header);
    for (const message of change.messages) {
      const isFree = (await messages.getKey(message.id)) === undefined;
      if (isFree) await messages.add(message); // else it is a turn of another consultation
    }
    for (const image of change.attachments) {
      await transaction.objectStore('attachments').put(image);
    }
    for (const store of ['reviews', 'comparisons'] as const) {
      const records = transaction.objectStore(store);
      for (const record of change[store]) {
        const other = await records.get(record.id);
        if ((other?.conversationId ?? id) === id) await records.put(record);
      }
    }
    await transaction.objectStore('searchTexts').delete(id); // made again from the turns
    return true;
  });
}

function areSame(
  now: readonly SealedMessage[],
  was: readonly SealedMessage[],
): boolean {
  return (
    now.length === was.length && now.every((message, at) => isSame(message, was[at]))
  );
}
