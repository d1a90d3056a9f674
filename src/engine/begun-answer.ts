/**
 * @file An answer that goes on from where it was left.
 *
 * The tokens it was made of are taken when they spell its text: words can be
 * spelled with other tokens too, and the model would go on differently after
 * those. Without them, or when they are another vocabulary's, the text is encoded.
 */
import type { StreamDecoder } from '../model/stream-decoder.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import type { BegunAnswer } from './engine.ts';

/** Ids to put behind the prompt. */
export function begunTokenIds(
  { text, tokenIds }: BegunAnswer,
  tokenizer: Tokenizer,
): readonly number[] {
  if (tokenIds !== undefined && spells(tokenIds, text, tokenizer)) return tokenIds;
  return tokenizer.encodeText(text);
}

/** What the tokens say, without a character that is cut short; `decoder` goes on from there. */
export function decodeBegun(
  tokenIds: readonly number[],
  decoder: StreamDecoder,
): string {
  return tokenIds.map((id) => decoder.push(id)).join('');
}

/** A text that was kept may end with U+FFFD for a character cut short, or without it. */
function spells(
  tokenIds: readonly number[],
  text: string,
  tokenizer: Tokenizer,
): boolean {
  if (tokenIds.some((id) => id < 0 || id > tokenizer.highestTokenId)) return false;
  const decoder = tokenizer.newDecoder();
  const whole = decodeBegun(tokenIds, decoder);
  return text === whole || text === whole + decoder.end();
}
