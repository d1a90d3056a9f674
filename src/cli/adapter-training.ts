/** @file What an adapter's card says of its training, as `train/cluster/record.py` writes it. */
import * as v from 'valibot';
import type { AdapterCard } from '../checkpoint/adapter-card.ts';

const Session = v.object({
  ended: v.string(),
  commit: v.string(),
  stage: v.string(),
  steps: v.number(),
  isWhole: v.boolean(),
  seconds: v.number(),
  evaluation: v.record(v.string(), v.number()),
});
export type TrainingSession = v.InferOutput<typeof Session>;

const Training = v.object({
  data: v.optional(v.string()),
  sessions: v.optional(v.array(Session), []),
});
export type Training = v.InferOutput<typeof Training>;

/** Without sessions when the card says nothing that we know of its training. */
export function readTraining({ training }: AdapterCard): Training {
  const parsed = v.safeParse(Training, training);
  return parsed.success ? parsed.output : { data: undefined, sessions: [] };
}

/** What a stage came to: its last session, with the time of all of them. */
export interface TrainedStage {
  readonly name: string;
  readonly last: TrainingSession;
  readonly seconds: number;
}

export function stagesOf({ sessions }: Training): readonly TrainedStage[] {
  const names = [...new Set(sessions.map(({ stage }) => stage))];
  return names.flatMap((name) => {
    const own = sessions.filter(({ stage }) => stage === name);
    const last = own.at(-1);
    const seconds = own.reduce((sum, it) => sum + it.seconds, 0);
    return last === undefined ? [] : [{ name, last, seconds }];
  });
}
