/** @file A consultation as the first generation had them: questions and answers in a row. */
import type { Random } from '../../../src/base/random.ts';
import type { Turn } from '../page-api.ts';

export interface OldCase {
  readonly id: string;
  readonly title: string;
  readonly turns: readonly Turn[];
}

/** The first turn shows the image; the last answer may have been cut off. */
export function drawOldCase(random: Random, at: number, sha256: string): OldCase {
  const id = `old-${at}`;
  const count = 2 * (1 + random.below(4));
  const isCutOff = random.below(4) === 0;
  const turns = Array.from({ length: count }, (_, order): Turn => {
    const isAnswer = order % 2 === 1;
    const words = '词 word '.repeat(random.below(60));
    return {
      id: `${id}-${order}`,
      parentId: order === 0 ? null : `${id}-${order - 1}`,
      role: isAnswer ? 'assistant' : 'user',
      text: `${isAnswer ? 'Answer' : 'Question'} ${order} ${words}`,
      state: isCutOff && order === count - 1 ? 'growing' : 'complete',
      images: order === 0 ? [sha256] : [],
    };
  });
  return { id, title: `Old case ${at}`, turns };
}
