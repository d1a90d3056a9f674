/** @file The pages of a document as they become known. */
import { useEffect, useRef, useState } from 'react';
import type { PageEvent } from '../../app/documents.ts';
import { useActions } from '../app-context.ts';

export interface KnownPages {
  /** Undefined until the document is open. */
  readonly pageCount: number | undefined;
  /** Addresses of small pictures, by page counting from 1. */
  readonly thumbnails: ReadonlyMap<number, string>;
}

/** @param onOpened - how many pages there are; none for one that cannot be opened, which a notice says */
export function usePages(
  file: File,
  onOpened: (pageCount: number) => void,
): KnownPages {
  const { readPages } = useActions();
  const [known, setKnown] = useState<KnownPages>({
    pageCount: undefined,
    thumbnails: new Map(),
  });
  const opened = useRef(onOpened);
  useEffect(() => {
    opened.current = onOpened;
  });
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const urls: string[] = [];
    const show = (event: PageEvent) => {
      if (event.kind === 'opened') {
        const { pageCount } = event;
        setKnown((before) => ({ ...before, pageCount }));
        opened.current(pageCount);
        return;
      }
      const url = URL.createObjectURL(event.blob);
      urls.push(url);
      setKnown((before) => ({
        ...before,
        thumbnails: new Map(before.thumbnails).set(event.page, url),
      }));
    };
    void follow(readPages(file, signal), signal, show).then((hasOpened) => {
      if (!hasOpened && !signal.aborted) opened.current(0);
    });
    return () => {
      ending.abort();
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [file, readPages]);
  return known;
}

/** True when there was anything to show. */
async function follow(
  events: AsyncIterable<PageEvent>,
  signal: AbortSignal,
  show: (event: PageEvent) => void,
): Promise<boolean> {
  let hasOpened = false;
  for await (const event of events) {
    if (signal.aborted) break;
    hasOpened = true;
    show(event);
  }
  return hasOpened;
}
