/** @file The results for what is typed, kept up to date. */
import { useEffect, useState } from 'react';
import type { SearchResults } from '../../app/actions.ts';
import { useActions, useSelected } from '../app-context.ts';

interface Found {
  /** State of the index. */
  readonly changes: number;
  readonly results: SearchResults;
}

/** Undefined while nothing is typed; a moment behind what is typed. */
export function useSearch(typed: string): SearchResults | undefined {
  const { search } = useActions();
  const changes = useSelected((state) => state.search.changes);
  const [found, setFound] = useState<Found>();
  const query = typed.trim();
  useEffect(() => {
    if (query === '') return;
    let isWanted = true;
    void search(query).then((results) => {
      if (isWanted) setFound({ changes, results });
    });
    return () => {
      isWanted = false;
    };
  }, [query, changes, search]);
  return query === '' ? undefined : found?.results;
}
