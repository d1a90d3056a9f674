/** @file How any part of the composer takes files: images are attached, of documents pages are chosen. */
import { createContext, use } from 'react';

type AddFiles = (files: readonly File[]) => void;

export const AddFilesContext = createContext<AddFiles>(() => {});

export function useAddFiles(): AddFiles {
  return use(AddFilesContext);
}
