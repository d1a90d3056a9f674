/** @file How any part of the page opens an image of the consultation. */
import { createContext, use } from 'react';
import type { Pointed } from '../../clinic/grounding.ts';

/** Takes the SHA-256 of the image, and what an answer points at on it. Outside a page nothing opens. */
type OpenViewer = (sha256: string, pointed?: readonly Pointed[]) => void;

export const OpenViewerContext = createContext<OpenViewer>(() => {});

export function useOpenViewer(): OpenViewer {
  return use(OpenViewerContext);
}
