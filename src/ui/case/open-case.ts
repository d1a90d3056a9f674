/** @file Showing and hiding the case, from anywhere in the page. */
import { createContext, use } from 'react';

export interface CaseSwitch {
  readonly isOpen: boolean;
  toggle(): void;
}

export const CaseContext = createContext<CaseSwitch>({
  isOpen: false,
  toggle: () => {},
});

export function useCaseSwitch(): CaseSwitch {
  return use(CaseContext);
}
