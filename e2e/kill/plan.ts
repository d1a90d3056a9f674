/** @file What a seed does: operations that are acknowledged, one that is killed, and when. */
import { must } from '../../src/base/assert.ts';
import { Random } from '../../src/base/random.ts';
import type {
  Consultation,
  DrawnImage,
  KillPoint,
  OldProfile,
  Operation,
  ScriptedAnswer,
} from './page-api.ts';

/** What the browser is killed at. */
export type Kind =
  | 'sending'
  | 'streaming'
  | 'attaching'
  | 'editing'
  | 'managing'
  | 'typing'
  | 'locking'
  | 'backing up'
  | 'erasing everything'
  | 'migrating';

/** How often each kind is drawn, of their sum. */
const SHARES: Readonly<Record<Kind, number>> = {
  sending: 4,
  streaming: 4,
  attaching: 4,
  editing: 3,
  managing: 3,
  typing: 1,
  locking: 2,
  'backing up': 2,
  'erasing everything': 1,
  migrating: 3,
};

/** About what the killed operation takes, and writes in how many transactions; most kills fall in there. */
const INSIDE: Readonly<Record<Kind, Inside>> = {
  sending: { ms: 60, writes: 12, commits: 4 },
  streaming: { ms: 2000, writes: 20, commits: 8, isSlow: true },
  attaching: { ms: 120, writes: 15, commits: 4 },
  editing: { ms: 60, writes: 12, commits: 4 },
  managing: { ms: 25, writes: 12, commits: 4 },
  typing: { ms: 3000, writes: 3, commits: 3, isSlow: true },
  locking: { ms: 25, writes: 8, commits: 4 },
  'backing up': { ms: 400, writes: 6, commits: 4 },
  'erasing everything': { ms: 60, writes: 2, commits: 2 },
  migrating: { ms: 300, writes: 200, commits: 40 },
};

interface Inside {
  readonly ms: number;
  readonly writes: number;
  readonly commits: number;
  /** Mostly waiting, not writing: killed by the clock. */
  readonly isSlow?: boolean;
}

/** When the browser is killed: so long after the beginning, or at a certain write. */
export type Moment = { readonly ms: number } | KillPoint;

const LONGEST_MS = 800;
const MANY_CONSULTATIONS = 6;
const MANY_TURNS = 12;
const OLD_PROFILE = { fewest: 3, more: 15 } as const;

/** What there is to go on from. */
export interface Situation {
  readonly consultations: readonly Consultation[];
  readonly passphrase: string | undefined;
}

export class Plan {
  readonly kind: Kind;
  readonly #seed: number;
  readonly #random: Random;
  #answers = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.#random = new Random(seed);
    const kinds = Object.keys(SHARES) as Kind[];
    this.kind = this.#oneOf(
      kinds.flatMap((kind) => Array<Kind>(SHARES[kind]).fill(kind)),
    );
  }

  /** Runs of seeds that follow one another change between an open and a protected profile. */
  get isProtected(): boolean {
    return Math.floor(this.#seed / 25) % 2 === 1;
  }

  /** How many operations are acknowledged before. */
  operationsBefore(): number {
    return this.#below(3);
  }

  /** A moment that most often lies inside what is killed. */
  moment(): Moment {
    const { ms, writes, commits, isSlow } = INSIDE[this.kind];
    const way = this.#below(6);
    if (way === 0) return { ms: this.#random.uniform() * LONGEST_MS };
    if (way < (isSlow ? 5 : 2)) return { ms: this.#random.uniform() * ms };
    if (way === 2) return { event: 'write', n: 1 + this.#below(writes) };
    return { event: 'commit', n: 1 + this.#below(1 + this.#below(commits)) }; // the first matter most
  }

  isKilledTwice(): boolean {
    return this.#below(3) === 0;
  }

  oldProfile(): OldProfile {
    const consultations = OLD_PROFILE.fewest + this.#below(OLD_PROFILE.more);
    const sealedShare = this.#oneOf([0, 0.5, 1]);
    return { seed: this.#seed, sealedShare, consultations };
  }

  /** An operation to be acknowledged; keeps the profile at a size at which it is read in a moment. */
  nextBefore(situation: Situation): Operation {
    const { consultations } = situation;
    if (consultations.length >= MANY_CONSULTATIONS) return this.#erase(situation);
    const all = [
      () => this.#send(situation),
      () => this.#send(situation, { images: 1 }),
      () => this.#edit(situation),
      () => this.#describe(situation),
    ];
    return this.#oneOf(all)();
  }

  /** The operation that is killed. */
  killed(situation: Situation): Operation {
    switch (this.kind) {
      case 'sending':
        return this.#send(situation);
      case 'streaming':
        return this.#send(situation, { isSlow: true });
      case 'attaching':
        return this.#send(situation, { images: 1 + this.#below(3) });
      case 'editing':
        return this.#edit(situation);
      case 'managing':
        return this.#manage(situation);
      case 'typing':
        return { kind: 'type', draft: this.#words(200), wordMs: 5 + this.#below(25) };
      case 'locking':
        return this.#lockOrProtect(situation);
      case 'backing up':
        return { kind: 'back-up', passphrase: `for backups of seed ${this.#seed}` };
      case 'erasing everything':
        return { kind: 'erase-everything' };
      case 'migrating':
        throw new Error('What is killed is the start on an old profile.');
    }
  }

  protect(from: string | undefined, isProtected: boolean): Operation {
    return {
      kind: 'protect',
      ...(from !== undefined && { from }),
      ...(isProtected && { to: `a passphrase of seed ${this.#seed}` }),
    };
  }

  #send(
    { consultations }: Situation,
    { images = 0, isSlow = false }: { images?: number; isSlow?: boolean } = {},
  ): Operation {
    const open = consultations.filter(({ turns }) => turns.length < MANY_TURNS);
    const isNew = open.length === 0 || this.#below(3) === 0;
    return {
      kind: 'send',
      ...(!isNew && { into: this.#oneOf(open).id }),
      text: `Question of seed ${this.#seed}: ${this.#words(1 + this.#below(40))}`,
      images: Array.from({ length: images }, () => this.#image()),
      answer: this.#answer(isSlow),
    };
  }

  /** Another question in place of one, or another answer to the last; a first question where there is none. */
  #edit(situation: Situation): Operation {
    const asked = situation.consultations.filter(({ turns }) => turns.length > 0);
    if (asked.length === 0) return this.#send(situation);
    const { id: into, turns } = this.#oneOf(asked);
    const answer = this.#answer(false);
    if (this.#below(2) === 0) return { kind: 'regenerate', into, answer };
    const questions = turns.filter(({ role }) => role === 'user');
    const { id: turnId } = this.#oneOf(questions);
    const text = `Other words of seed ${this.#seed}: ${this.#words(5)}`;
    return { kind: 'edit', into, turnId, text, answer };
  }

  #manage(situation: Situation): Operation {
    const { consultations } = situation;
    const patients = consultations.map(({ patientName }) => patientName);
    const patientName = patients.find((name) => name !== '');
    switch (this.#below(patientName === undefined ? 3 : 4)) {
      case 0:
        return this.#describe(situation);
      case 1:
        return this.#showBranch(situation);
      case 2:
        return this.#erase(situation);
      default:
        return { kind: 'erase-patient', patientName: patientName ?? '' };
    }
  }

  #describe(situation: Situation): Operation {
    const { consultations } = situation;
    if (consultations.length === 0) return this.#send(situation);
    const description = {
      title: `Title of seed ${this.#seed} ${this.#below(1000)}`,
      patientName: this.#oneOf(['', 'Ada', '王芳', `New of seed ${this.#seed}`]),
      tags: this.#oneOf([[], ['chest'], ['chest', '复诊']]),
    };
    return { kind: 'describe', into: this.#oneOf(consultations).id, description };
  }

  #showBranch(situation: Situation): Operation {
    const branched = situation.consultations.filter(({ turns }) => turns.length > 2);
    if (branched.length === 0) return this.#send(situation);
    const { id: into, turns } = this.#oneOf(branched);
    return { kind: 'show-branch', into, turnId: this.#oneOf(turns).id };
  }

  #erase(situation: Situation): Operation {
    const { consultations } = situation;
    if (consultations.length === 0) return this.#send(situation);
    return { kind: 'erase', into: this.#oneOf(consultations).id };
  }

  #lockOrProtect({ passphrase }: Situation): Operation {
    if (passphrase === undefined) return this.protect(undefined, true);
    switch (this.#below(4)) {
      case 0:
        return this.protect(passphrase, false);
      case 1:
        return this.protect(passphrase, true);
      default:
        return { kind: 'lock', draft: `Typed in seed ${this.#seed}` };
    }
  }

  /** Words that no other answer has. */
  #answer(isSlow: boolean): ScriptedAnswer {
    const name = `Answer ${this.#answers++} of seed ${this.#seed}: `;
    if (!isSlow) return { text: name + this.#words(this.#below(12)), wordMs: 2 };
    const stopAfterMs = this.#below(4) === 0 ? this.#below(2000) : undefined;
    return {
      text: name + this.#words(30 + this.#below(90)),
      wordMs: 5 + this.#below(25),
      ...(stopAfterMs !== undefined && { stopAfterMs }),
    };
  }

  /** From an icon to what no longer fits beside the other records in one file. */
  #image(): DrawnImage {
    const sizePx = this.#oneOf([8, 60, 150, 400]) + this.#below(40);
    return { seed: this.#random.uint32(), sizePx };
  }

  #words(count: number): string {
    const words = ['fever', 'since', 'Tuesday', 'no', 'rash', '头痛', 'ECG', 'normal'];
    return Array.from({ length: count }, () => this.#oneOf(words)).join(' ');
  }

  #below(limit: number): number {
    return this.#random.below(limit);
  }

  #oneOf<T>(values: readonly T[]): T {
    return must(values[this.#below(values.length)], 'there is one');
  }
}
