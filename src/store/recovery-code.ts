/**
 * @file The code that opens the consultations when the passphrase is forgotten:
 * 160 random bits, written down by a person.
 *
 * Crockford's base 32 has no letters that are mistaken for digits; what is
 * mistaken all the same (O, I, L) is read as what was meant.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 32;

/** "4T1Z-9K0Q-…": eight groups of four. */
export function newRecoveryCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH));
  const letters = Array.from(random, (byte) => LETTERS.charAt(byte % 32)); // 256 is 8 · 32
  return letters.join('').replaceAll(/.{4}(?=.)/g, '$&-');
}

/** The code as it was made, however it was typed; undefined when `typed` is none. */
export function readRecoveryCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const isCode = letters.length === LENGTH && /^[0-9A-HJKMNP-TV-Z]+$/.test(letters);
  return isCode ? letters : undefined;
}
