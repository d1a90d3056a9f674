/** @file Where an answer came from, as it is kept with it. */
import type { AnswerOrigin } from '../clinic/answer-origin.ts';
import type { Provenance } from '../clinic/conversation.ts';
import type { Usage } from '../engine/engine.ts';
import type { EngineState } from './state.ts';
import type { Told } from './what-is-told.ts';

export type Made = Extract<EngineState, { kind: 'ready' }> & {
  readonly told: Told;
  readonly origin: AnswerOrigin;
};

export function provenanceOf(
  usage: Usage,
  { checkpoint, device, told, origin }: Made,
): Provenance {
  const { promptTokens, reusedTokens, newTokens, decodeMs } = usage;
  return {
    checkpoint: checkpoint.name,
    quantization: checkpoint.quantization,
    understandsImages: checkpoint.understandsImages,
    ...(checkpoint.isDemonstration === true && { isDemonstration: true }),
    device: `${device.runtime} ${device.floatType} ${device.description}`,
    promptTokens,
    reusedTokens,
    newTokens,
    decodeTokensPerSecond: decodeMs > 0 ? (newTokens * 1000) / decodeMs : 0,
    ...told,
    origin,
  };
}
