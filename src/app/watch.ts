/** @file The hook by which a component selects the one thing it shows. */
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { App } from './actions.ts';
import type { AppState } from './state.ts';

/** What `select` gives, watched. It must return the same value for the same state. */
export function useAppState<T>(app: App, select: (state: AppState) => T): T {
  return useStore(app.state, select);
}

/** The same for a `select` that makes a new array or object of kept values. */
export function useAppList<T>(app: App, select: (state: AppState) => T): T {
  return useStore(app.state, useShallow(select));
}
