/** @file Every topic, by its id. */
import type { Topic } from './topic.ts';
import { BELLY } from './topics-belly.ts';
import { BODY } from './topics-body.ts';
import { CHEST } from './topics-chest.ts';
import { COMMON } from './topics-common.ts';
import { HEAD } from './topics-head.ts';

const ALL = { ...COMMON, ...CHEST, ...BELLY, ...HEAD, ...BODY };

export type TopicId = keyof typeof ALL;

export const TOPICS: Readonly<Record<TopicId, Topic>> = ALL;
