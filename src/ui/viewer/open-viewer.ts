/** @file How any part of the page opens an image of the consultation. */
import { createContext, use } from 'react';

/** Takes the SHA-256 of the image. Outside a page nothing opens. */
type OpenViewer = (sha256: string) => void;

export const OpenViewerContext = createContext<OpenViewer>(() => {});

export function useOpenViewer(): OpenViewer {
  return use(OpenViewerContext);
}
