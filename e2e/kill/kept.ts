/**
 * @file What was acknowledged.
 *
 * That is what the page has shown and the driver has heard of before the kill.
 * An answer that grew may lack its last second.
 */
import {
  checkNew,
  compareConsultation,
  compareDraft,
  type Growth,
  type Killed,
} from './compare.ts';
import type { Consultation, Inventory, Operation, Told } from './page-api.ts';

export class Kept {
  readonly #consultations = new Map<string, Consultation>();
  readonly #erased = new Set<string>();
  #auditEntries = 0;
  #passphrase: string | undefined;
  /** What was typed and then locked away. */
  #draft: string | undefined;
  #pending: Operation | undefined;
  /** From the beginning of an operation to its kill; what is told after a restart is no acknowledgement. */
  #isListening = false;
  /** Of the growing answer, or of the draft. */
  #growth: Growth[] = [];
  /** The whole answer to the pending operation. */
  #script = '';
  #problems: readonly string[] = [];

  static of(consultations: readonly Consultation[]): Kept {
    const kept = new Kept();
    for (const one of consultations) kept.#consultations.set(one.id, one);
    return kept;
  }

  get consultations(): readonly Consultation[] {
    return [...this.#consultations.values()];
  }

  /** What opens the profile; undefined: it opens by itself. */
  get passphrase(): string | undefined {
    return this.#passphrase;
  }

  /** What may open the profile, when the kill fell into a change. */
  get passphrases(): readonly string[] {
    const meant = this.#pending?.kind === 'protect' ? this.#pending.to : undefined;
    return [this.#passphrase, meant].filter((one) => one !== undefined);
  }

  /** True when the last operation was acknowledged in full. */
  get isSettled(): boolean {
    return this.#pending === undefined;
  }

  countTurns(): number {
    return this.consultations.reduce((sum, { turns }) => sum + turns.length, 0);
  }

  begin(operation: Operation): void {
    this.#pending = operation;
    this.#isListening = true;
    this.#growth = [];
    this.#script = 'answer' in operation ? operation.answer.text : '';
  }

  /** The operation's promise resolved. */
  finish(): void {
    const operation = this.#pending;
    if (operation?.kind === 'protect') this.#passphrase = operation.to;
    if (operation?.kind === 'lock') this.#draft = operation.draft;
    if (operation !== undefined) this.#eraseWhere(isErasedBy(operation));
    if (operation?.kind === 'erase-everything') this.#beginAnew();
    this.#pending = undefined;
    this.#isListening = false;
  }

  /** The browser is dead. */
  stopListening(): void {
    this.#isListening = false;
  }

  hear({ atMs, listed, shown, growingId, typed, problems }: Told): void {
    const pending = this.#pending;
    if (pending === undefined || !this.#isListening) return;
    this.#problems = problems;
    if (pending.kind === 'type') {
      const text = typed.findLast((one) => pending.draft.startsWith(one)) ?? '';
      this.#growth.push({ atMs, text });
    }
    if (listed === undefined) return;
    const isErased = isErasedBy(pending);
    const there = new Set(listed.map(({ id }) => id));
    this.#eraseWhere((one) => isErased(one) && !there.has(one.id));
    for (const { id, ...description } of listed) {
      const known = this.#consultations.get(id);
      if (known === undefined) continue;
      this.#consultations.set(id, { ...known, ...description });
    }
    if (shown !== undefined && !this.#erased.has(shown.id)) {
      this.#show(shown, growingId, atMs);
    }
  }

  /**
   * Compares with what is there after a kill, which is what counts from then on.
   *
   * @param openedBy - which of `passphrases` opened it; −1: it asked for none
   */
  check(found: Inventory, killedAtMs: number, openedBy: number): string[] {
    const isErased = found.consultations.length === 0 && openedBy < 0;
    if (isErased && this.#pending?.kind === 'erase-everything') this.#beginAnew();
    const killed: Killed = {
      atMs: killedAtMs,
      operation: this.#pending,
      growth: this.#growth,
      script: this.#script,
    };
    const complaints = [
      ...this.#problems,
      ...found.complaints,
      ...this.#checkPassphrase(openedBy),
      ...this.#checkGone(found),
      ...compareDraft(found.drafts, killed),
    ];
    for (const actual of found.consultations) {
      const acknowledged = this.#consultations.get(actual.id);
      if (acknowledged !== undefined) {
        complaints.push(...compareConsultation(acknowledged, actual, killed));
      } else if (this.#erased.has(actual.id)) {
        complaints.push(`${actual.id} was erased and is back.`);
      } else complaints.push(...checkNew(actual, killed));
    }
    if (this.#draft !== undefined && !found.drafts.includes(this.#draft)) {
      complaints.push(`What was typed before the lock is gone: ${this.#draft}`);
    }
    if (found.auditEntries < this.#auditEntries) {
      complaints.push(
        `The audit had ${this.#auditEntries} entries and has ${found.auditEntries}.`,
      );
    }
    this.#adopt(found);
    return complaints;
  }

  /** Nothing is left, nor a passphrase. */
  #beginAnew(): void {
    this.#eraseWhere(() => true);
    this.#passphrase = undefined;
    this.#auditEntries = 0;
  }

  #adopt(found: Inventory): void {
    this.#consultations.clear();
    for (const one of found.consultations) this.#consultations.set(one.id, one);
    this.#auditEntries = found.auditEntries;
    this.#draft = undefined;
    this.#pending = undefined;
    this.#growth = [];
    this.#problems = [];
  }

  #show(shown: Consultation, growingId: string | undefined, atMs: number): void {
    const turns = shown.turns.map((turn) => {
      if (turn.id !== growingId) return turn;
      this.#growth.push({ atMs, text: turn.text });
      return { ...turn, state: 'growing', text: '' } as const;
    });
    this.#consultations.set(shown.id, { ...shown, turns });
  }

  #eraseWhere(isErased: (one: Consultation) => boolean): void {
    for (const one of this.consultations) {
      if (!isErased(one)) continue;
      this.#consultations.delete(one.id);
      this.#erased.add(one.id);
    }
  }

  /** Nothing is gone but what was being erased, and that as a whole. */
  #checkGone(found: Inventory): string[] {
    const there = new Set(found.consultations.map(({ id }) => id));
    const isErased = this.#pending ? isErasedBy(this.#pending) : () => false;
    const erasing = this.consultations.filter(isErased);
    const gone = this.consultations.filter(({ id }) => !there.has(id));
    const complaints = gone
      .filter((one) => !isErased(one))
      .map(({ id, title }) => `“${title}” (${id}) is gone.`);
    const left = erasing.filter(({ id }) => there.has(id));
    if (left.length > 0 && left.length < erasing.length) {
      complaints.push(`${left.length} of ${erasing.length} to be erased are left.`);
    }
    this.#eraseWhere((one) => isErased(one) && !there.has(one.id));
    return complaints;
  }

  #checkPassphrase(openedBy: number): string[] {
    const pending = this.#pending?.kind === 'protect' ? this.#pending : undefined;
    const opened = openedBy < 0 ? undefined : this.passphrases[openedBy];
    const isMeant = pending !== undefined && opened === pending.to;
    if (opened !== this.#passphrase && !isMeant) {
      return [`It opens with ${opened ?? 'no passphrase'}, not with the last one set.`];
    }
    this.#passphrase = opened;
    return [];
  }
}

/** Which consultations an operation erases. */
function isErasedBy(operation: Operation): (one: Consultation) => boolean {
  if (operation.kind === 'erase-everything') return () => true;
  if (operation.kind === 'erase') return ({ id }) => id === operation.into;
  if (operation.kind === 'erase-patient') {
    return ({ patientName }) => patientName === operation.patientName;
  }
  return () => false;
}
