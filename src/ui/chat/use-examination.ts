/** @file Something tried on an answer: it runs, can be stopped, and ends with its component. */
import { useEffect, useRef, useState } from 'react';

export interface Examination<T> {
  /** The last that was said; undefined before the first run. */
  readonly event: T | undefined;
  readonly isRunning: boolean;
  begin(): void;
  stop(): void;
}

export function useExamination<T>(
  run: (signal: AbortSignal) => AsyncIterable<T>,
): Examination<T> {
  const [event, setEvent] = useState<T>();
  const [isRunning, setIsRunning] = useState(false);
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const follow = async () => {
    stopping.current?.abort();
    const { signal } = (stopping.current = new AbortController());
    setEvent(undefined);
    setIsRunning(true);
    for await (const said of run(signal)) {
      if (signal.aborted) return;
      setEvent(said);
    }
    if (!signal.aborted) setIsRunning(false);
  };
  return {
    event,
    isRunning,
    begin: () => void follow(),
    stop: () => {
      stopping.current?.abort();
      setEvent(undefined);
      setIsRunning(false);
    },
  };
}
