/** @file Quoting: the whole turn or what is chosen of it, from below the turn or beside what is chosen. */
import { TextQuote } from 'lucide-react';
import { useEffect, useState, type PointerEvent } from 'react';
import type { Message } from '../../clinic/conversation.ts';
import { useSelected } from '../app-context.ts';
import { Button, IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './quote.module.css';
import { chosenPassage, quote } from './quote.ts';

/** Pressing a button would take away what is chosen. */
const keepChosen = (event: PointerEvent) => event.preventDefault();

export function QuoteButton({ message }: { readonly message: Message }) {
  const strings = useStrings().room;
  const isWriter = useSelected(({ writer }) => writer === 'writing');
  if (!isWriter) return null;
  const quoteTurn = () => {
    const chosen = chosenPassage();
    quote(chosen?.turnId === message.id ? chosen.text : message.text);
  };
  return (
    <IconButton label={strings.quote} onPointerDown={keepChosen} onClick={quoteTurn}>
      <TextQuote size={16} aria-hidden />
    </IconButton>
  );
}

interface Place {
  readonly top: number;
  readonly left: number;
}

/** Above what is chosen of a turn. */
export function QuoteChosen() {
  const strings = useStrings().room;
  const isWriter = useSelected(({ writer }) => writer === 'writing');
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setPlace(placeOfChosen()));
    };
    document.addEventListener('selectionchange', look);
    addEventListener('scroll', look, { capture: true, passive: true });
    addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', look);
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, []);
  if (place === undefined || !isWriter) return null;
  return (
    <div className={css.chosen} style={place}>
      <Button
        onPointerDown={keepChosen}
        onClick={() => {
          const chosen = chosenPassage();
          if (chosen !== undefined) quote(chosen.text);
        }}
      >
        <TextQuote size={16} aria-hidden /> {strings.quoteSelection}
      </Button>
    </div>
  );
}

function placeOfChosen(): Place | undefined {
  const chosen = chosenPassage();
  if (chosen === undefined) return undefined;
  const { top, bottom, left, width } = chosen.range.getBoundingClientRect();
  const middle = Math.max(90, Math.min(innerWidth - 90, left + width / 2));
  return { top: top < 70 ? bottom + 8 : top - 48, left: middle };
}
