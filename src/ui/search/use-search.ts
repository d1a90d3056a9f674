/** @file The results for what is typed, kept up to date. */
import { useEffect, useState } from 'react';
import type { SearchResults } from '../../app/actions.ts';
import { useActions, useSelected } from '../app-context.ts';

interface Found {
  readonly query: string;
  /** State of the index. */
  readonly changes: number;
  readonly results: SearchResults;
}

/** Undefined while nothing is typed, and until the first results of a word; then those of the last key or the one before. */
export function useSearch(typed: string): SearchResults | undefined {
  const { search } = useActions();
  const changes = useSelected((state) => state.search.changes);
  const [found, setFound] = useState<Found>();
  const query = typed.trim();
  useEffect(() => {
    if (query === '') return;
    let isWanted = true;
    void search(query).then((results) => {
      if (isWanted) setFound({ query, changes, results });
    });
    return () => {
      isWanted = false;
    };
  }, [query, changes, search]);
  if (query === '' || found === undefined) return undefined;
  const isOfIt = query.startsWith(found.query) || found.query.startsWith(query);
  return isOfIt ? found.results : undefined;
}
