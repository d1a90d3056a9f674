/**
 * @file The page's one Trusted Types policy: scripts come from our own origin.
 *
 * The content security policy asks for trusted types wherever a string becomes
 * a script, its address, or HTML. Workers, their threads and the service worker
 * are started by address; those of our own origin pass, everything else throws.
 * Nothing makes HTML or script text from strings, so neither has a rule here.
 *
 * Import this first in `main.tsx` and in every worker that starts threads:
 * each global scope has policies of its own.
 */

interface DefaultPolicyRules {
  createScriptURL(url: string): string;
}

interface TrustedTypesFactory {
  readonly defaultPolicy: object | null;
  createPolicy(name: 'default', rules: DefaultPolicyRules): object;
}

/** Absent where the browser does not know Trusted Types; then nothing is enforced either. */
const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;

if (factory !== undefined && factory.defaultPolicy === null) {
  factory.createPolicy('default', { createScriptURL: ownScript });
}

/** `url` itself when this origin serves it; a `blob:` of our own is no such address. */
function ownScript(url: string): string {
  const { origin, protocol } = new URL(url, location.href);
  if (origin === location.origin && protocol === location.protocol) return url;
  throw new TypeError(`A script from elsewhere is not run: ${url}`);
}
