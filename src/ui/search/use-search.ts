/** @file The results for what is typed, kept up to date. */
import { useEffect, useState } from 'react';
import type { SearchResults } from '../../app/actions.ts';
import { useActions, useSelected } from '../app-context.ts';

interface Found {
  readonly query: string;
  readonly results: SearchResults;
}

/** Undefined while nothing is typed, and until the first results; then never older than the last key but one. */
export function useSearch(typed: string): SearchResults | undefined {
  const { search } = useActions();
  const changes = useSelected((state) => state.search.changes);
  const [found, setFound] = useState<Found>();
  const query = typed.trim();
  useEffect(() => {
    if (query === '') return setFound(undefined);
    let isWanted = true;
    void search(query).then((results) => {
      if (isWanted) setFound({ query, results });
    });
    return () => {
      isWanted = false;
    };
  }, [query, changes, search]);
  return query === '' ? undefined : found?.results;
}
