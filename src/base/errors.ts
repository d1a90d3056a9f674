/**
 * @file The errors people meet, sorted by what they can do about them.
 *
 * A broken promise inside our own code is not here: that is `assert`, and it
 * should reach the error boundary with its stack.
 */

/** What each kind of error carries, and what the app does about it. */
export interface ErrorDetails {
  /** Somebody pressed stop, or the page closed. Say nothing. */
  aborted: { by: 'person' | 'page' };
  /** This browser or checkpoint asks for something we do not have. Name it. */
  unsupported: { missing: string };
  /** GPU memory, the wasm heap or disk quota ran out. Offer a smaller model. */
  'out-of-memory': { where: 'gpu' | 'wasm' | 'disk'; neededBytes?: number };
  /** The GPU went away (driver reset, sleep, unplugged). Load again. */
  'device-lost': { reason: string };
  /** The device computes wrong numbers, in every configuration tried. Do not answer. */
  'self-check-failed': { tried: readonly string[] };
  /** The person's input cannot be used. Say what would work. */
  'bad-input': {
    what:
      | 'image'
      | 'question'
      | 'context-full'
      | 'folder'
      | 'other-folder'
      | 'folder-closed'
      | 'address'
      | 'option'
      | 'passphrase';
    /** The file or address that cannot be used. */
    name?: string;
    /** What is wrong with an image. */
    why?:
      | 'too-large'
      | 'too-narrow'
      | 'format'
      | 'damaged'
      | 'empty'
      | 'password'
      | 'too-slow';
  };
  /** Weights or records are damaged, or written by a newer version. Fetch again or update. */
  'bad-data': { path: string };
  /** The browser's database fails, for a reason that is not space. Try again, or reload. */
  'storage-failed': { reason: string };
  /** Another tab writes by now; this one wrote under `epoch`. Nothing was written. */
  'not-writer': { epoch: number };
  /** The download failed. Try again. */
  network: {
    url: string;
    status?: number;
    /** True for another site, which the policy of this one may forbid. */
    isOtherSite?: boolean;
  };
}

export type ErrorKind = keyof ErrorDetails;

/** An error somebody can act on. `kind` says who and how. */
export class AssistantError<K extends ErrorKind = ErrorKind> extends Error {
  override name = 'AssistantError';
  readonly kind: K;
  readonly details: ErrorDetails[K];

  constructor(
    kind: K,
    message: string,
    details: ErrorDetails[K],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.kind = kind;
    this.details = details;
  }
}

/** True for an error of one of these kinds, whichever thread threw it. */
export function isKind<K extends ErrorKind>(
  error: unknown,
  ...kinds: K[]
): error is AssistantError<K> {
  return error instanceof AssistantError && (kinds as ErrorKind[]).includes(error.kind);
}

/** An error as plain data, to cross a worker's border. A bug keeps its stack. */
export type ErrorRecord =
  | { readonly kind: ErrorKind; readonly message: string; readonly details: unknown }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string };

/** What to post for `error`. */
export function toErrorRecord(error: unknown): ErrorRecord {
  if (error instanceof AssistantError) {
    return { kind: error.kind, message: error.message, details: error.details };
  }
  const bug = error instanceof Error ? error : new Error(String(error));
  return { kind: 'bug', message: bug.message, stack: bug.stack ?? '' };
}

/** The error that `toErrorRecord` described, on the other side. */
export function fromErrorRecord(record: ErrorRecord): Error {
  if (record.kind === 'bug') {
    const bug = new Error(record.message);
    bug.stack = record.stack;
    return bug;
  }
  return new AssistantError(record.kind, record.message, record.details as never);
}
