/** @file How long records take: writing in one browser, opening what it left in another. */
import type { RecordsPlan } from '../measure/records-requests.ts';
import type { Bench } from './bench-context.ts';

export async function measureRecords({ lab, options }: Bench): Promise<void> {
  const plan: RecordsPlan = options.isQuick
    ? { cases: 1000, turns: 20, queries: 20 }
    : { cases: 10_000, turns: 200, queries: 100 };
  await lab.forgetProfile();
  await lab.withPage((page) => page.run({ kind: 'records-write', plan }));
  await lab.withPage((page) => page.run({ kind: 'records-open', plan }));
}
