/** @file A passphrase stretched by one hash: for tests of what happens around it. */
import { concatBytes } from '../base/bytes.ts';
import type { Stretch } from '../store/argon2.ts';

export const quickStretch: Stretch = async ({ passphrase, salt }) => {
  const words = new TextEncoder().encode(passphrase);
  const salted = concatBytes([new Uint8Array(salt), words]);
  return new Uint8Array(
    await crypto.subtle.digest('SHA-256', salted as Uint8Array<ArrayBuffer>),
  );
};
