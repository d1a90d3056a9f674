/** @file Several consultations of the list, chosen with boxes; Shift takes all in between. */
import { useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** @param isRange - all from the one chosen before up to this one */
  toggle(id: string, isRange: boolean): void;
  set(ids: readonly string[]): void;
}

/** @param order - ids as the list shows them; what it shows no more is not chosen */
export function useSelection(order: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();
  return {
    ids: new Set(order.filter((id) => chosen.has(id))),
    toggle(id, isRange) {
      const isOn = !chosen.has(id);
      const next = new Set(chosen);
      for (const other of isRange ? between(order, last, id) : [id]) {
        if (isOn) next.add(other);
        else next.delete(other);
      }
      setChosen(next);
      setLast(id);
    },
    set: (ids) => setChosen(new Set(ids)),
  };
}

/** Ids from one to the other, both included, whichever comes first. */
export function between(
  order: readonly string[],
  from: string | undefined,
  to: string,
): readonly string[] {
  const [start, end] = [order.indexOf(from ?? to), order.indexOf(to)];
  if (start < 0 || end < 0) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}
