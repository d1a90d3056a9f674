/**
 * @file A comparison on a machine that drifts: in every round everyone takes
 * their turn, and what is compared is compared within a round.
 */
import type { Contestant, Speeds } from './contestants.ts';
import type { Finding, PeerFinding, RatioFinding } from './findings.ts';
import { median, ratioSpread, spreadOf } from './statistics.ts';

export interface ContestRequest {
  readonly device: string;
  readonly contestants: readonly Contestant[];
  readonly promptTokens: number;
  readonly newTokens: number;
  readonly rounds: number;
  /** Ratios to reach, and undefined for what is only looked at. */
  readonly wanted: { readonly prefill?: number; readonly decode?: number };
}

interface Result {
  readonly contestant: Contestant;
  /** One per round. */
  readonly speeds: readonly Speeds[];
}

/** Everyone's speed, and ours over the fastest of the others. */
export async function holdContest(request: ContestRequest): Promise<Finding[]> {
  const results = await runRounds(request);
  return [
    ...results.map((result) => describe(request, result)),
    ...(['prefill', 'decode'] as const).flatMap((what) =>
      compare(request, results, what),
    ),
  ];
}

async function runRounds(request: ContestRequest): Promise<Result[]> {
  const { contestants, promptTokens, newTokens, rounds } = request;
  const speeds = contestants.map((): Speeds[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, contestant] of contestants.entries()) {
      const measured = await contestant.run(promptTokens, newTokens, round + 2);
      const isWarmUp = round < 0; // compilers are still at work
      if (!isWarmUp) speeds[i]?.push(measured);
    }
  }
  return contestants.map((contestant, i) => ({ contestant, speeds: speeds[i] ?? [] }));
}

function describe(
  { device, promptTokens }: ContestRequest,
  { contestant, speeds }: Result,
): PeerFinding {
  return {
    kind: 'peer',
    device,
    contestant: contestant.name,
    promptTokens,
    prefillTokensPerSecond: spreadOf(speeds.map((it) => it.prefill)),
    decodeTokensPerSecond: spreadOf(speeds.map((it) => it.decode)),
  };
}

function compare(
  { device, promptTokens, wanted }: ContestRequest,
  results: readonly Result[],
  what: keyof Speeds,
): RatioFinding[] {
  const speedsOf = ({ speeds }: Result) => speeds.map((it) => it[what]);
  const ours = results.find(({ contestant }) => contestant.isOurs);
  const [best] = results
    .filter(({ contestant }) => !contestant.isOurs)
    .toSorted((a, b) => median(speedsOf(b)) - median(speedsOf(a)));
  if (ours === undefined || best === undefined) return [];
  return [
    {
      kind: 'ratio',
      device,
      what: `${what}, prompt of ${promptTokens}`,
      against: best.contestant.name,
      ratio: ratioSpread(speedsOf(ours), speedsOf(best)),
      wanted: wanted[what],
    },
  ];
}
