/** @file How an answer was made, line by line, and as JSON. */
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { AnswerOrigin } from '../../clinic/answer-origin.ts';
import type { Message, Provenance } from '../../clinic/conversation.ts';
import type { Language } from '../../app/state.ts';
import { Button } from '../controls/button.tsx';
import type { Strings } from '../strings/en.ts';
import { formatCount, formatSmall, formatTime } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './answer-examine.module.css';

export function AnswerOriginFacts({ message }: { readonly message: Message }) {
  const strings = useStrings();
  const language = useLanguage();
  const { provenance, createdMs } = message;
  if (provenance === undefined) return <p>{strings.examined.originMissing}</p>;
  const facts = [
    ...generalFacts(provenance, strings, language),
    ...originFacts(provenance, strings, language),
    [strings.examined.fields.made, formatTime(createdMs, language)] as const,
  ];
  return (
    <section className={css.section}>
      <h3>{strings.examined.origin}</h3>
      {provenance.origin === undefined && (
        <p className={css.soft}>{strings.examined.originMissing}</p>
      )}
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CopyJson message={message} />
    </section>
  );
}

type Fact = readonly [name: string, value: string];

function generalFacts(
  { checkpoint, quantization, continuations, ...counts }: Provenance,
  { examined, room }: Strings,
  language: Language,
): readonly Fact[] {
  const { fields } = examined;
  const count = (value: number) => formatCount(value, language);
  const tokens = examined.tokensOf(
    count(counts.promptTokens),
    count(counts.reusedTokens),
    count(counts.newTokens),
  );
  return [
    [fields.checkpoint, checkpoint],
    [fields.quantization, quantization],
    [fields.tokens, tokens],
    ...(continuations === undefined
      ? []
      : [[fields.continuations, room.continued(count(continuations))] as const]),
  ];
}

function originFacts(
  { origin, device, newTokens }: Provenance,
  { examined, runtimeName }: Strings,
  language: Language,
): readonly Fact[] {
  const { fields } = examined;
  if (origin === undefined) return [[fields.device, device]];
  const { runtime, sampling, imageSha256s, checkpointSha256, adapter } = origin;
  const { temperature, topK, topP, repetitionPenalty, seed } = sampling;
  const names: Readonly<Record<string, string>> = runtimeName;
  const described = names[runtime.name] ?? runtime.name;
  const images = imageSha256s.join('\n');
  return [
    ...(checkpointSha256 === undefined
      ? []
      : [[fields.checkpointSha256, checkpointSha256] as const]),
    ...(adapter === undefined
      ? []
      : [[fields.adapter, `${adapter.name}, ${adapter.sha256}`] as const]),
    [fields.runtime, `${described}, onnxruntime-web ${runtime.version}`],
    [fields.device, runtime.device],
    [fields.floatType, runtime.floatType],
    [fields.selfCheck, formatSmall(runtime.selfCheckError)],
    [fields.context, formatCount(runtime.contextTokens, language)],
    [fields.seed, String(seed)],
    [
      fields.sampling,
      examined.samplingOf(
        String(temperature),
        String(topK),
        String(topP),
        String(repetitionPenalty),
      ),
    ],
    [fields.prompt, origin.promptSha256],
    [fields.system, origin.systemSha256],
    [fields.images, images === '' ? examined.noImages : images],
    [fields.times, sayTimes(origin, newTokens, examined, language)],
    [fields.app, origin.app],
  ];
}

function sayTimes(
  { times }: AnswerOrigin,
  newTokens: number,
  strings: Strings['examined'],
  language: Language,
): string {
  const ms = (value: number) => strings.ms(formatCount(Math.round(value), language));
  const { imageMs, prefillMs, decodeMs } = times;
  return strings.timesOf(
    ms(imageMs),
    ms(prefillMs),
    ms(imageMs + prefillMs),
    ms(decodeMs / Math.max(1, newTokens)),
  );
}

/** With the label that it is a model's: nothing leaves the page without it. */
function CopyJson({ message }: { readonly message: Message }) {
  const strings = useStrings();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    const { id, createdMs, state, finish, tokenIds, provenance } = message;
    const created = new Date(createdMs).toISOString();
    const printed = { id, created, aiGenerated: true, state, finish };
    const json = { ...printed, madeBy: provenance, tokenIds };
    await navigator.clipboard.writeText(JSON.stringify(json, undefined, 2));
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2000);
  };
  return (
    <div>
      <Button onClick={() => void copy()}>
        {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        {isCopied ? strings.copied : strings.examined.copyJson}
      </Button>
    </div>
  );
}
