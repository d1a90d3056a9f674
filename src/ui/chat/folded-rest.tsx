/** @file A text too long to be shown at once: its beginning, and a button for more of it. */
import { useState } from 'react';
import { Button } from '../controls/button.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';

interface Folded {
  /** The beginning; the text itself where it is not too long. */
  readonly shown: string;
  readonly hiddenLetters: number;
  showMore(): void;
}

export function useFold(text: string, shownLetters: number): Folded {
  const [letters, setLetters] = useState(shownLetters);
  const shown = text.slice(0, letters);
  return {
    shown,
    hiddenLetters: text.length - shown.length,
    showMore: () => setLetters((before) => before + shownLetters),
  };
}

export function FoldedRest({ hiddenLetters, showMore }: Omit<Folded, 'shown'>) {
  const strings = useStrings().room;
  const language = useLanguage();
  if (hiddenLetters === 0) return null;
  return (
    <div>
      <Button onClick={showMore}>
        {strings.showMore(formatCount(hiddenLetters, language))}
      </Button>
    </div>
  );
}
