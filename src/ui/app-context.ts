/** @file The app, handed to every component: its state to select from, its actions to call. */
import { createContext, use } from 'react';
import { must } from '../base/assert.ts';
import type { Actions, App } from '../app/actions.ts';
import type { AppState } from '../app/state.ts';
import { useAppList, useAppState } from '../app/watch.ts';

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  return must(use(AppContext), 'every component is inside <AppContext>');
}

export function useActions(): Actions {
  return useApp().actions;
}

/** The one thing a component shows. `select` returns the same value for the same state. */
export function useSelected<T>(select: (state: AppState) => T): T {
  return useAppState(useApp(), select);
}

/** The same for a `select` that builds a new array or object of kept values. */
export function useSelectedList<T>(select: (state: AppState) => T): T {
  return useAppList(useApp(), select);
}
