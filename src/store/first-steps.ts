/**
 * @file From records of the first generation to those of the second: pure steps.
 *
 * What is sealed is not touched, so that no key is needed. Turns that do not name
 * their parent get one when they are opened (`withParents`).
 */
import type {
  FirstAttachment,
  FirstConversation,
  FirstMessage,
} from './first-generation.ts';
import {
  SEALED_VERSION,
  type SealedAttachment,
  type SealedConversation,
  type SealedMessage,
} from './sealed-records.ts';

export function secondConversation(first: FirstConversation): SealedConversation {
  return { ...first, version: SEALED_VERSION };
}

/** A turn lost the ids of its images: they are found by consultation now. */
export function secondMessage(first: FirstMessage): SealedMessage {
  const { attachmentIds: _ids, ...message } = first;
  return { ...message, version: SEALED_VERSION };
}

/** An image names its consultation now. */
export function secondAttachment(
  first: FirstAttachment,
  conversationId: string,
): SealedAttachment {
  return { ...first, version: SEALED_VERSION, conversationId };
}
