/** @file An answer token by token, shaded by how probable the model found each. */
import { Highlighter } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { CertaintyEvent } from '../../app/examine.ts';
import { canEngineBecomeReady } from '../../app/selectors.ts';
import type { Problem } from '../../app/problem.ts';
import type { Language } from '../../app/state.ts';
import type { Message } from '../../clinic/conversation.ts';
import { useApp, useSelected } from '../app-context.ts';
import { IconButton, join } from '../controls/button.tsx';
import { ErrorText } from '../status/error-text.tsx';
import { formatCount, formatShare } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './answer-certainty.module.css';

type TokenEvent = Extract<CertaintyEvent, { kind: 'token' }>;

/** So many of the least probable places are listed. */
const LOWEST = 5;

export function CertaintyButton(props: { isOn: boolean; onToggle(): void }) {
  const strings = useStrings().examined;
  const isPossible = useSelected(canEngineBecomeReady);
  return (
    <IconButton
      label={props.isOn ? strings.hideCertainty : strings.certainty}
      aria-pressed={props.isOn}
      disabled={!isPossible && !props.isOn}
      onClick={props.onToggle}
    >
      <Highlighter size={16} aria-hidden />
    </IconButton>
  );
}

interface Read {
  readonly tokens: readonly TokenEvent[];
  readonly problem: Problem | undefined;
}

async function readAll(events: AsyncIterable<CertaintyEvent>): Promise<Read> {
  const tokens: TokenEvent[] = [];
  for await (const event of events) {
    if (event.kind === 'token') tokens.push(event);
    if (event.kind === 'failed') return { tokens, problem: event.problem };
  }
  return { tokens, problem: undefined };
}

export function AnswerCertainty({ message }: { readonly message: Message }) {
  const strings = useStrings().examined;
  const { examine } = useApp();
  const [read, setRead] = useState<Read>();
  const { id } = message;
  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    void readAll(examine.certainty(id, signal)).then((all) => {
      if (!signal.aborted) setRead(all);
    });
    return () => stopping.abort();
  }, [examine, id]);
  return (
    <section className={css.certainty} aria-label={strings.certainty}>
      <p role="status" className={css.soft}>
        {read === undefined ? strings.certaintyReading : strings.certaintyWhy}
      </p>
      {read === undefined && <p className={css.tokens}>{message.text}</p>}
      {read?.problem !== undefined && <ErrorText error={read.problem.record} />}
      {read !== undefined && read.tokens.length > 0 && <Tokens tokens={read.tokens} />}
    </section>
  );
}

function Tokens({ tokens }: { readonly tokens: readonly TokenEvent[] }) {
  const strings = useStrings().examined;
  const language = useLanguage();
  const [at, setAt] = useState<number>();
  const move = (event: KeyboardEvent) => {
    const to = moved(event.key, at, tokens.length);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
  };
  const current = at === undefined ? undefined : tokens[at];
  return (
    <>
      <div
        role="group"
        tabIndex={0}
        aria-label={strings.tokenHelp}
        className={css.tokens}
        onKeyDown={move}
      >
        {tokens.map(({ token }, index) => (
          <span
            key={index}
            className={join(css[bandOf(token.logprob)], index === at && css.current)}
            onPointerEnter={() => setAt(index)}
          >
            {token.text}
          </span>
        ))}
      </div>
      <p role="status" className={css.said}>
        {current === undefined ? strings.tokenHelp : <Token event={current} />}
      </p>
      <p>{summary(tokens, strings, language)}</p>
      <p className={css.soft}>{strings.certaintyLowest}</p>
      <ul className={css.list}>
        {lowest(tokens).map((event, index) => (
          <li key={index}>
            <Token event={event} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** “pain”, 34 %; instead also: “ache” 22 %, … */
function Token({ event: { token, alternatives } }: { readonly event: TokenEvent }) {
  const strings = useStrings().examined;
  const language = useLanguage();
  const share = (logprob: number) => formatShare(Math.exp(logprob), language);
  const others = alternatives
    .filter(({ tokenId, text }) => tokenId !== token.tokenId && text.trim() !== '')
    .slice(0, 3)
    .map(({ text, logprob }) => `“${text.trim()}” ${share(logprob)}`);
  const said = strings.certaintyOf(token.text.trim() || '␣', share(token.logprob));
  return others.length === 0 ? said : `${said}${strings.insteadOf(others)}`;
}

function moved(key: string, at: number | undefined, count: number): number | undefined {
  const from = at ?? -1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, from + 1);
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Four steps: from a tenth of doubt on it is shaded. */
function bandOf(logprob: number): 'sure' | 'fair' | 'low' | 'lowest' {
  const probability = Math.exp(logprob);
  if (probability >= 0.9) return 'sure';
  if (probability >= 0.5) return 'fair';
  return probability >= 0.2 ? 'low' : 'lowest';
}

function lowest(tokens: readonly TokenEvent[]): readonly TokenEvent[] {
  return tokens
    .filter(({ token }) => token.text.trim() !== '' && token.logprob < Math.log(0.5))
    .toSorted((a, b) => a.token.logprob - b.token.logprob)
    .slice(0, LOWEST);
}

function summary(
  tokens: readonly TokenEvent[],
  strings: ReturnType<typeof useStrings>['examined'],
  language: Language,
): string {
  const probabilities = tokens.map(({ token }) => Math.exp(token.logprob));
  const mean = probabilities.reduce((sum, one) => sum + one, 0) / tokens.length;
  const below = probabilities.filter((one) => one < 0.5).length;
  return strings.certaintySummary(
    formatCount(below, language),
    formatCount(tokens.length, language),
    formatShare(mean, language),
  );
}
