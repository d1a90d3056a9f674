/** @file How each image is looked at: whoever comes back to one finds it as it was left. */
import { useState } from 'react';
import { PLAIN_LOOK, type Look } from './look.ts';

type Change = (look: Look) => Look;

export function useLooks(sha256: string): readonly [Look, (change: Change) => void] {
  const [looks, setLooks] = useState<Readonly<Record<string, Look>>>({});
  const change = (edit: Change) =>
    setLooks((now) => ({ ...now, [sha256]: edit(now[sha256] ?? PLAIN_LOOK) }));
  return [looks[sha256] ?? PLAIN_LOOK, change];
}
