/** @file Opens the dialog of checkpoints from wherever it is needed. */
import { createContext, use } from 'react';

export const OpenCheckpointsContext = createContext<() => void>(() => {});

export function useOpenCheckpoints(): () => void {
  return use(OpenCheckpointsContext);
}
