/** @file The time, watched: what shows it renders again every so often. */
import { useEffect, useState } from 'react';

/** Milliseconds since 1970, at most `intervalMs` old. */
export function useNow(intervalMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
}
