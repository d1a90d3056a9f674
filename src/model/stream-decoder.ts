/**
 * @file Text from tokens that arrive one by one.
 *
 * A byte-level token may end inside a character (a Chinese character is three
 * bytes), so bytes are held back until the character is whole.
 */

/** Decodes one answer. Bytes that are no UTF-8 become U+FFFD. */
export class StreamDecoder {
  readonly #bytesOf: (id: number) => Uint8Array;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(bytesOf: (id: number) => Uint8Array) {
    this.#bytesOf = bytesOf;
  }

  /** The text that is complete with this token; may be empty. */
  push(id: number): string {
    return this.#decoder.decode(this.#bytesOf(id), { stream: true });
  }

  /** What is left when no more tokens come: U+FFFD for a character cut short. */
  end(): string {
    return this.#decoder.decode();
  }
}

/**
 * GPT-2 writes every byte as a visible character: printable Latin-1 as itself,
 * the others as U+0100 and up, in order.
 */
const BYTE_OF_CHARACTER: ReadonlyMap<string, number> = (() => {
  const map = new Map<string, number>();
  let next = 0x100;
  for (let byte = 0; byte < 256; byte++) {
    const isVisible =
      (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);
    map.set(String.fromCharCode(isVisible ? byte : next++), byte);
  }
  return map;
})();

/** The byte that a character of a byte-level token stands for; 0x3F ("?") for any other character. */
export function byteOfCharacter(character: string): number {
  return BYTE_OF_CHARACTER.get(character) ?? 0x3f;
}
