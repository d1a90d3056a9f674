/** @file What can be opened over the page from anywhere in it: by a command, a key or a button. */
import { createContext, use } from 'react';
import type { PromptOf } from '../../app/exact-prompt.ts';

export type Panel =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'summary' }
  | { readonly kind: 'use' }
  | { readonly kind: 'health' }
  | { readonly kind: 'security' }
  | { readonly kind: 'backup' }
  | { readonly kind: 'requests' }
  | { readonly kind: 'prompt'; readonly of: PromptOf }
  /** The consultation in the middle, in an open format. */
  | { readonly kind: 'export'; readonly conversationId: string; readonly title: string }
  /** One of the page's or of the doctor's own. */
  | { readonly kind: 'template'; readonly id: string }
  | { readonly kind: 'templates' };

export const OpenPanelContext = createContext<(panel: Panel) => void>(() => {});

export function useOpenPanel(): (panel: Panel) => void {
  return use(OpenPanelContext);
}
