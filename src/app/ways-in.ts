/** @file What opens the page, as the state has it. */
import { passkeyName } from '../store/passkey-seal.ts';
import type { Vault } from '../store/vault.ts';
import type { AppState } from './state.ts';

export function waysIn(vault: Vault): Pick<AppState, 'isProtected' | 'passkeys'> {
  const passkeys = vault.passkeys.map(({ id, name, createdMs }) => ({
    id: passkeyName(id),
    name,
    createdMs,
  }));
  return { isProtected: vault.isProtected, passkeys };
}
