/**
 * @file One test a run: a seed decides what is done, at what the browser is
 * killed, and when. `npm run test:kill -- --seed S` repeats one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { buildPage } from '../build-page.ts';
import { type Kind, Plan } from './plan.ts';
import { Ward } from './ward.ts';

const FIRST_SEED = numberOf('KILL_SEED', 0);
const RUNS = numberOf('KILL_RUNS', 50);
const TIMES = numberOf('KILL_TIMES', 1);

const test = base.extend<object, { readonly ward: Ward }>({
  ward: [
    async ({}, use) => {
      const page = await mkdtemp(join(tmpdir(), 'pulsemind-kill-page-'));
      await buildPage(join(import.meta.dirname, 'page'), page);
      const ward = await Ward.open(page);
      await use(ward);
      await ward.close();
      await rm(page, { recursive: true });
      console.log(tableOf(counts));
    },
    { scope: 'worker' },
  ],
});

/** How many of each kind, and how many of them were killed before they were acknowledged. */
const counts = new Map<
  Kind,
  { runs: number; inside: number; turns: number; losses: number }
>();

for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
  const { kind } = new Plan(seed);
  for (let time = 1; time <= TIMES; time++) {
    const which = TIMES === 1 ? '' : `, time ${time}`;
    test(`seed ${seed}${which}: killed while ${kind}`, async ({ ward }) => {
      const { isInside, turns, losses, complaints } = await ward.run(seed);
      const before = counts.get(kind) ?? { runs: 0, inside: 0, turns: 0, losses: 0 };
      counts.set(kind, {
        runs: before.runs + 1,
        inside: before.inside + (isInside ? 1 : 0),
        turns: before.turns + turns,
        losses: before.losses + losses,
      });
      for (const complaint of complaints) console.log(complaint);
      expect(complaints, `npm run test:kill -- --seed ${seed}`).toEqual([]);
    });
  }
}

function tableOf(rows: typeof counts): string {
  return [...rows]
    .map(
      ([kind, { runs, inside, turns, losses }]) =>
        `${kind}: ${runs} runs, ${inside} killed inside, ${turns} turns looked for, ${losses} databases thrown away by the browser`,
    )
    .toSorted()
    .join('\n');
}

function numberOf(name: string, otherwise: number): number {
  const text = process.env[name];
  return text === undefined || text === '' ? otherwise : Number(text);
}
