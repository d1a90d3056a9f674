/** @file How any part of the page opens an image of the consultation. */
import { createContext, use } from 'react';
import type { Message } from '../../clinic/conversation.ts';
import type { Pointed } from '../../clinic/grounding.ts';

/** An answer, and the places of an image that it points at. */
export interface Pointing {
  readonly message: Message;
  readonly pointed: readonly Pointed[];
}

/** Takes the SHA-256 of the image, and what an answer points at on it. Outside a page nothing opens. */
type OpenViewer = (sha256: string, pointing?: Pointing) => void;

export const OpenViewerContext = createContext<OpenViewer>(() => {});

export function useOpenViewer(): OpenViewer {
  return use(OpenViewerContext);
}
