/** @file What doctors say of answers: reviews, and which of two is better. */
import type { Comparison } from '../clinic/comparison.ts';
import type { Review } from '../clinic/review.ts';
import type { Actions } from './actions.ts';
import type { AppCore } from './core.ts';
import { currentId } from './selectors.ts';

type JudgementActions = Pick<Actions, 'reviewAnswer' | 'compareAnswers'>;

export function judgementActions(core: AppCore): JudgementActions {
  return {
    reviewAnswer: (messageId, said) =>
      core.attempt(() =>
        review(core, { ...stampAfter(core.now.reviews), messageId, ...said }),
      ),
    compareAnswers: (firstId, secondId, better) =>
      core.attempt(() =>
        compare(core, {
          ...stampAfter(core.now.comparisons),
          firstId,
          secondId,
          better,
        }),
      ),
  };
}

/** Reads what was said of the answers of a consultation, and shows it. */
export async function readJudgements(core: AppCore, id: string): Promise<void> {
  const { reviews, comparisons } = core.kept;
  const [said, compared] = await Promise.all([reviews.of(id), comparisons.of(id)]);
  if (currentId(core.now) !== id) return;
  core.set({
    reviews: said.records.toSorted(byTime),
    comparisons: compared.records.toSorted(byTime),
  });
  const damaged = said.damaged.length + compared.damaged.length;
  if (damaged > 0) core.tell({ kind: 'damaged-records', count: damaged });
}

async function review(core: AppCore, made: Review): Promise<void> {
  const conversationId = currentId(core.now);
  if (conversationId === undefined) return;
  await core.kept.reviews.add(conversationId, made);
  core.audit.note({ what: 'review', conversationId });
  core.set(({ reviews }) => ({ reviews: [...reviews, made] }));
  core.changed({ kind: 'conversation', id: conversationId });
}

async function compare(core: AppCore, made: Comparison): Promise<void> {
  const conversationId = currentId(core.now);
  if (conversationId === undefined) return;
  await core.kept.comparisons.add(conversationId, made);
  core.audit.note({ what: 'review', conversationId });
  core.set(({ comparisons }) => ({ comparisons: [...comparisons, made] }));
  core.changed({ kind: 'conversation', id: conversationId });
}

function byTime(a: Review | Comparison, b: Review | Comparison): number {
  return a.createdMs - b.createdMs;
}

/** Later than all of `earlier`: the last one said is what holds. */
function stampAfter(earlier: readonly { readonly createdMs: number }[]) {
  const lastMs = earlier.at(-1)?.createdMs ?? 0;
  return { id: crypto.randomUUID(), createdMs: Math.max(Date.now(), lastMs + 1) };
}
