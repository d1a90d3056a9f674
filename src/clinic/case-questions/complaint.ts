/** @file A complaint: the words by which it is known, and what is asked about it. */
import { assert } from '../../base/assert.ts';
import type { Bilingual } from '../red-flags/red-flag.ts';
import { type Sign, sign } from '../red-flags/sign.ts';
import { type TopicId, TOPICS } from './topics.ts';

export interface Complaint {
  readonly id: string;
  readonly name: Bilingual;
  readonly knownBy: Sign;
  /** In the order in which they are asked, signs of danger before the others. */
  readonly topics: readonly TopicId[];
}

type Words = readonly [en: string, zh: string];

/**
 * @param knownBy - phrases as in `sign`, or a sign that exists
 * @param topics - ids, with spaces between them
 */
export function complaint(
  name: Words,
  knownBy: Words | Sign,
  topics: string,
): Complaint {
  const [en, zh] = name;
  const known = 'id' in knownBy ? knownBy : sign(en, knownBy[0], knownBy[1]);
  return {
    id: en,
    name: { en, zh },
    knownBy: known,
    topics: topics.split(' ').map(topicId),
  };
}

function topicId(id: string): TopicId {
  assert(Object.hasOwn(TOPICS, id), `there is a topic ${id}`);
  return id as TopicId;
}
