/** @file An authenticator in memory: the same answer for the same credential and salt. */
import type { Passkeys } from '../app/passkeys.ts';
import { AssistantError } from '../base/errors.ts';
import { concatBytes } from '../base/bytes.ts';
import type { PasskeyAnswer } from '../store/passkey-seal.ts';

export class FakePasskeys implements Passkeys {
  /** Of each credential, by the first byte of its id. */
  readonly #secrets = new Map<number, Uint8Array<ArrayBuffer>>();
  /** False: the person closes the question. */
  isWilling = true;

  async create(_name: string, salt: ArrayBuffer): Promise<PasskeyAnswer> {
    this.#consent();
    const id = this.#secrets.size + 1;
    this.#secrets.set(id, crypto.getRandomValues(new Uint8Array(32)));
    return this.#answer(id, salt);
  }

  async ask(known: Parameters<Passkeys['ask']>[0]): Promise<PasskeyAnswer> {
    this.#consent();
    for (const { id, salt } of known) {
      const own = new Uint8Array(id)[0] ?? 0;
      if (this.#secrets.has(own)) return this.#answer(own, salt);
    }
    throw didNot();
  }

  /** As if it were another person's: the same ids, other secrets. */
  swapSecrets(): void {
    for (const id of this.#secrets.keys()) this.#secrets.set(id, new Uint8Array(32));
  }

  #consent(): void {
    if (!this.isWilling) throw didNot();
  }

  async #answer(id: number, salt: ArrayBuffer): Promise<PasskeyAnswer> {
    const secret = this.#secrets.get(id) ?? new Uint8Array();
    const asked = concatBytes([
      secret,
      new Uint8Array(salt),
    ]) as Uint8Array<ArrayBuffer>;
    return {
      id: Uint8Array.of(id).buffer,
      prf: await crypto.subtle.digest('SHA-256', asked),
    };
  }
}

function didNot(): AssistantError {
  return new AssistantError('aborted', 'No passkey answered.', { by: 'person' });
}
