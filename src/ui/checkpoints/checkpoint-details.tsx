/** @file All that is known of one checkpoint: its papers, what it needs, its card. */
import { useEffect, useState } from 'react';
import type { CheckpointFacts } from '../../app/actions.ts';
import type { CheckpointSummary, Language } from '../../app/state.ts';
import { useActions } from '../app-context.ts';
import { Markdown } from '../chat/markdown.tsx';
import type { Strings } from '../strings/en.ts';
import {
  formatBytes,
  formatCount,
  formatLanguages,
  formatTime,
} from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';
import { FactLine } from './fact-line.tsx';
import { FitLines } from './fit-lines.tsx';
import { sightWords } from './sight-words.ts';

export function CheckpointDetails({
  checkpoint,
}: {
  readonly checkpoint: CheckpointSummary;
}) {
  const strings = useStrings();
  const language = useLanguage();
  const { readCheckpoint } = useActions();
  const [facts, setFacts] = useState<CheckpointFacts>();
  useEffect(() => {
    let isShown = true;
    void readCheckpoint(checkpoint.id).then((read) => isShown && setFacts(read));
    return () => void (isShown = false);
  }, [readCheckpoint, checkpoint.id]);
  if (facts === undefined) return null;
  return (
    <>
      <dl className={css.facts}>
        <FitLines fit={facts.fit} />
        {lines(checkpoint, facts, strings, language).map(([name, value]) => (
          <FactLine key={name} name={name}>
            {value}
          </FactLine>
        ))}
        <FactLine name={strings.models.hash}>
          <code className={css.hash}>{facts.manifestSha256}</code>
          <span className={css.soft}>{strings.models.hashWhy}</span>
        </FactLine>
      </dl>
      <Card checkpoint={checkpoint} facts={facts} />
    </>
  );
}

function lines(
  checkpoint: CheckpointSummary,
  facts: CheckpointFacts,
  strings: Strings,
  language: Language,
): readonly (readonly [string, string])[] {
  const { models } = strings;
  const { languages, sizeBytes, quantization, licence } = checkpoint;
  return [
    [models.parameters, formatCount(facts.parameters, language)],
    [strings.size, formatBytes(sizeBytes, language)],
    [strings.quantization, quantization],
    [strings.licence, licence],
    [strings.images, sightWords(checkpoint, strings)],
    ...(languages === undefined
      ? []
      : [[strings.languages, formatLanguages(languages, language)] as const]),
    [models.source, facts.source],
    ...(facts.adapter === undefined
      ? []
      : [[models.adapter, adapterLine(facts.adapter)] as const]),
    [models.converter, facts.converter],
    [models.from, facts.url ?? models.fromFolder],
    [
      models.installed,
      facts.installedMs === undefined
        ? models.unknown
        : formatTime(facts.installedMs, language),
    ],
    [models.verified, verifiedLine(facts, models, language)],
  ];
}

const adapterLine = ({ name, sha256 }: NonNullable<CheckpointFacts['adapter']>) =>
  sha256 === undefined ? name : `${name}, SHA-256 ${sha256.slice(0, 16)}…`;

function verifiedLine(
  { verifiedMs, faults }: CheckpointFacts,
  strings: Strings['models'],
  language: Language,
): string {
  if (verifiedMs === undefined) return strings.neverVerified;
  const time = formatTime(verifiedMs, language);
  return faults === 0
    ? strings.verifiedWell(time)
    : strings.verifiedBadly(time, formatCount(faults, language));
}

interface CardProps {
  readonly checkpoint: CheckpointSummary;
  readonly facts: CheckpointFacts;
}

function Card({ checkpoint, facts }: CardProps) {
  const strings = useStrings().models;
  const card = facts.card ?? (checkpoint.isBundled ? strings.bundledCard : undefined);
  return (
    <>
      <h4>{strings.card}</h4>
      {card === undefined ? (
        <p className={css.soft}>{strings.noCard}</p>
      ) : (
        <div
          className={css.card}
          role="region"
          tabIndex={0}
          aria-label={`${strings.card}: ${checkpoint.name}`}
        >
          <Markdown text={card} isGrowing={false} />
        </div>
      )}
      {facts.notice !== undefined && (
        <details className={css.notice}>
          <summary>{strings.notice}</summary>
          <pre tabIndex={0}>{facts.notice}</pre>
        </details>
      )}
    </>
  );
}
