/**
 * @file What each stage may differ by, for each precision of weights and
 * activations. Measured on the reference's own spread (a NumPy implementation
 * agrees with it to 2e-6), with an order of magnitude to spare.
 */
import type { Bits } from '../checkpoint/recipe.ts';
import type { FloatType } from '../engine/engine.ts';
import type { Tolerance } from './stage.ts';

export interface Tolerances {
  readonly patch: Tolerance;
  readonly vision: Tolerance;
  readonly embeds: Tolerance;
  readonly text: Tolerance;
  readonly logits: Tolerance;
  /** Logits of chunked, cached computation against whole prefill by ourselves. */
  readonly replies: 'exact' | 'report';
}

const rel = (limit: number): Tolerance => ({ kind: 'rel', limit });
const abs = (limit: number): Tolerance => ({ kind: 'abs', limit });
const report: Tolerance = { kind: 'report' };

export function tolerancesFor(bits: Bits, floatType: FloatType): Tolerances {
  if (bits === '32' && floatType === 'f32') {
    return {
      patch: rel(1e-5),
      vision: rel(2e-5),
      embeds: rel(2e-5),
      text: rel(2e-5),
      logits: abs(1e-4),
      replies: 'exact',
    };
  }
  if (bits === '32' || bits === '16') {
    // activations, or at least weights, rounded to eleven bits
    return {
      patch: rel(2e-3),
      vision: rel(5e-3),
      embeds: rel(5e-3),
      text: rel(2e-2),
      logits: report,
      replies: 'report',
    };
  }
  return {
    patch: rel(1e-5),
    vision: report,
    embeds: report,
    text: report,
    logits: report,
    replies: 'report',
  };
}
