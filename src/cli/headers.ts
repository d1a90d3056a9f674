/**
 * @file The headers every response carries.
 *
 * COOP and COEP make the page cross-origin isolated, which threads in
 * WebAssembly need. The policy allows nothing from elsewhere: no inline script
 * or style, no remote image, no connection but to the page's own origin. A
 * deployment that offers checkpoints on another site adds it to `connect-src`.
 * `src/base/trusted-types.ts` makes the Trusted Types policy that
 * `require-trusted-types-for` asks for.
 */

/** What crossOriginIsolated needs. The development server sends these too. */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** What the built page is served with, whoever serves it. */
export const PAGE_HEADERS = {
  ...ISOLATION_HEADERS,
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // A picture for a turn; nothing else of the device is ever asked for.
  'Permissions-Policy':
    'camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=(), hid=(), midi=()',
} as const;
