/** @file Which keys do what, as they are pressed and as they are shown. */

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const CTRL = isApple ? '⌘' : 'Ctrl';

export const KEYS = {
  palette: `${CTRL}+K`,
  shortcuts: `${CTRL}+/`,
  /** A single letter, which a person may switch off. */
  shortcutsLetter: '?',
  lock: 'Ctrl+Shift+L',
  quote: `${CTRL}+Shift+9`,
  send: 'Enter',
  line: 'Shift+Enter',
  slash: '/',
  close: 'Esc',
  move: '↑ ↓',
  choose: 'Enter',
} as const;

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

/** What a key press anywhere on the page asks for. */
export function askedBy(
  pressed: Pressed,
): 'palette' | 'shortcuts' | 'shortcuts-letter' | 'quote' | undefined {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = pressed;
  if (altKey) return undefined;
  if (!ctrlKey && !metaKey) return key === '?' ? 'shortcuts-letter' : undefined;
  if (shiftKey) return code === 'Digit9' ? 'quote' : undefined;
  if (key.toLowerCase() === 'k') return 'palette';
  return key === '/' ? 'shortcuts' : undefined;
}
