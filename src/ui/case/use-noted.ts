/** @file Text being typed into a field of the case, noted shortly after, and at once when the field is left. */
import { useCallback, useEffect, useRef, useState } from 'react';

const NOTE_MS = 400;

interface Noted {
  readonly typed: string;
  type(text: string): void;
  /** Notes what is not noted yet. */
  leave(): void;
}

/** @param kept - what is noted; shown whenever nothing newer is being typed */
export function useNoted(kept: string, note: (text: string) => void): Noted {
  const [typed, setTyped] = useState<string>();
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> }>(
    undefined,
  );
  const latest = useRef(note);
  useEffect(() => {
    latest.current = note;
  });
  const flush = useCallback(() => {
    if (waiting.current === undefined) return;
    const { text, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = undefined;
    latest.current(text);
  }, []);
  useEffect(() => {
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);
  return {
    typed: typed ?? kept,
    type(text) {
      setTyped(text);
      if (waiting.current !== undefined) clearTimeout(waiting.current.timer);
      waiting.current = { text, timer: setTimeout(flush, NOTE_MS) };
    },
    leave() {
      flush();
      setTyped(undefined);
    },
  };
}
