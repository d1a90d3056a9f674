/**
 * @file Passkeys of this browser that can give a secret: WebAuthn with PRF.
 *
 * The authenticator sees its person (`userVerification`), and answers only the
 * origin that made the credential.
 */
import { AssistantError } from '../base/errors.ts';
import type { PasskeyAnswer, PasskeySeal } from '../store/passkey-seal.ts';

export interface Passkeys {
  /** @throws AssistantError 'aborted' when the person did not, 'unsupported' without PRF */
  create(name: string, salt: ArrayBuffer): Promise<PasskeyAnswer>;
  /** Asks for one of them. @throws as `create` */
  ask(known: readonly Pick<PasskeySeal, 'id' | 'salt'>[]): Promise<PasskeyAnswer>;
}

const TIMEOUT_MS = 120_000;

/** ES256 and RS256, which every authenticator has. */
const ALGORITHMS: PublicKeyCredentialParameters[] = [
  { type: 'public-key', alg: -7 },
  { type: 'public-key', alg: -257 },
];

/** Undefined where passkeys cannot be had at all; whether one has PRF is known when it was made. */
export function passkeysOfThisBrowser(): Passkeys | undefined {
  const has = 'credentials' in navigator && typeof PublicKeyCredential === 'function';
  return has ? { create, ask } : undefined;
}

export function noPasskeys(): AssistantError {
  return new AssistantError(
    'unsupported',
    'This browser or authenticator has no passkey that can unlock (WebAuthn PRF). Go on with the passphrase.',
    { missing: 'passkey' },
  );
}

async function create(name: string, salt: ArrayBuffer): Promise<PasskeyAnswer> {
  const made = await asked(
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'PulseMind', id: location.hostname },
        user: { id: random(16), name, displayName: name },
        challenge: random(32),
        pubKeyCredParams: ALGORITHMS,
        authenticatorSelection: {
          residentKey: 'preferred',
          userVerification: 'required',
        },
        timeout: TIMEOUT_MS,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const { prf } = made.getClientExtensionResults();
  if (prf?.enabled !== true) throw noPasskeys();
  const first = prf.results?.first;
  // some authenticators answer only when they are asked, not when they are made
  return first === undefined
    ? ask([{ id: made.rawId, salt }])
    : { id: made.rawId, prf: toBuffer(first) };
}

async function ask(
  known: readonly Pick<PasskeySeal, 'id' | 'salt'>[],
): Promise<PasskeyAnswer> {
  const evalByCredential = Object.fromEntries(
    known.map(({ id, salt }) => [base64Url(id), { first: salt }]),
  );
  const answer = await asked(
    navigator.credentials.get({
      publicKey: {
        rpId: location.hostname,
        challenge: random(32),
        allowCredentials: known.map(({ id }) => ({ type: 'public-key', id })),
        userVerification: 'required',
        timeout: TIMEOUT_MS,
        extensions: { prf: { evalByCredential } },
      },
    }),
  );
  const first = answer.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) throw noPasskeys();
  return { id: answer.rawId, prf: toBuffer(first) };
}

/** The credential; who closed the browser's question, or has none of them, did not answer. */
async function asked(
  question: Promise<Credential | null>,
): Promise<PublicKeyCredential> {
  try {
    const answer = await question;
    if (answer instanceof PublicKeyCredential) return answer;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'NotSupportedError' || error.name === 'SecurityError') {
      throw noPasskeys();
    }
  }
  throw new AssistantError('aborted', 'No passkey answered.', { by: 'person' });
}

function random(bytes: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

function toBuffer(source: BufferSource): ArrayBuffer {
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  return Uint8Array.from(bytes).buffer;
}

function base64Url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
