/**
 * @file All places of some thousand phrases in a text, in one pass over it.
 *
 * The phrases form a tree of letters. A state is the longest beginning of any
 * phrase that the text just read ends with; when no phrase goes on with the
 * next letter, `fail` leads to the next shorter one. A text is never read
 * twice, whatever it holds.
 *
 * @see Aho and Corasick, Efficient String Matching, CACM 18(6), 1975
 */
import { isLetter } from './normalize.ts';

export interface Hit<Use> {
  readonly start: number;
  readonly end: number;
  readonly use: Use;
}

interface Ending<Use> {
  readonly length: number;
  /** True for "sweat*", which also finds "sweating". */
  readonly isOpen: boolean;
  readonly use: Use;
}

interface Node<Use> {
  readonly next: Map<string, Node<Use>>;
  readonly endings: Ending<Use>[];
  fail: Node<Use> | undefined;
  /** The next shorter state in which a phrase ends. */
  shorter: Node<Use> | undefined;
}

/** Phrases are written as the text is after `normalize`. */
export class PhraseAutomaton<Use> {
  readonly #root: Node<Use> = newNode();

  constructor(phrases: Iterable<readonly [phrase: string, use: Use]>) {
    for (const [phrase, use] of phrases) this.#add(phrase, use);
    this.#link();
  }

  /** Hits in the order of their ends; `steps` counts what was done to find them. */
  find(text: string): { readonly hits: readonly Hit<Use>[]; readonly steps: number } {
    const hits: Hit<Use>[] = [];
    let steps = 0;
    let state = this.#root;
    for (let end = 1; end <= text.length; end++) {
      const unit = text.charAt(end - 1);
      let next = state.next.get(unit);
      while (next === undefined && state.fail !== undefined) {
        steps++;
        state = state.fail;
        next = state.next.get(unit);
      }
      steps++;
      state = next ?? this.#root;
      for (
        let node: Node<Use> | undefined = state;
        node !== undefined;
        node = node.shorter
      ) {
        for (const { length, isOpen, use } of node.endings) {
          steps++;
          const start = end - length;
          if (isWhole(text, start, end, isOpen)) hits.push({ start, end, use });
        }
      }
    }
    return { hits, steps };
  }

  #add(phrase: string, use: Use): void {
    const isOpen = phrase.endsWith('*');
    const words = isOpen ? phrase.slice(0, -1) : phrase;
    let node = this.#root;
    for (const unit of words.split('')) {
      let next = node.next.get(unit);
      if (next === undefined) node.next.set(unit, (next = newNode()));
      node = next;
    }
    node.endings.push({ length: words.length, isOpen, use });
  }

  #link(): void {
    const queue: Node<Use>[] = [this.#root];
    for (const node of queue) {
      for (const [unit, child] of node.next) {
        child.fail = this.#failOf(node, unit);
        child.shorter = child.fail.endings.length > 0 ? child.fail : child.fail.shorter;
        queue.push(child);
      }
    }
  }

  #failOf(parent: Node<Use>, unit: string): Node<Use> {
    for (let node = parent.fail; node !== undefined; node = node.fail) {
      const next = node.next.get(unit);
      if (next !== undefined) return next;
    }
    return this.#root;
  }
}

function newNode<Use>(): Node<Use> {
  return { next: new Map(), endings: [], fail: undefined, shorter: undefined };
}

/** False inside a longer word of letters: "mi" in "family". */
function isWhole(text: string, start: number, end: number, isOpen: boolean): boolean {
  const meets = (left: string, right: string) => isLetter(left) && isLetter(right);
  if (meets(text.charAt(start - 1), text.charAt(start))) return false;
  return isOpen || !meets(text.charAt(end - 1), text.charAt(end));
}
