/**
 * @file The keys of the image viewer, as radiologists know them.
 *
 * @see OHIF Viewers, default hotkey bindings
 */

export type ViewerCommand =
  | 'zoom-in'
  | 'zoom-out'
  | 'fit'
  | 'actual-size'
  | 'zoom-tool'
  | 'turn-left'
  | 'turn-right'
  | 'mirror-across'
  | 'mirror-over'
  | 'invert'
  | 'reset'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'left'
  | 'right'
  | 'up'
  | 'down';

const COMMANDS: Readonly<Record<string, ViewerCommand>> = {
  '+': 'zoom-in',
  '-': 'zoom-out',
  '=': 'fit',
  '0': 'actual-size',
  z: 'zoom-tool',
  l: 'turn-left',
  r: 'turn-right',
  h: 'mirror-across',
  v: 'mirror-over',
  i: 'invert',
  ' ': 'reset',
  PageDown: 'next',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The key of a command as it is written on a keyboard. */
export const KEY_OF: Readonly<Partial<Record<ViewerCommand, string>>> =
  Object.fromEntries(
    Object.entries(COMMANDS)
      .filter(([key]) => key.length === 1)
      .map(([key, command]) => [command, key === ' ' ? 'Space' : key.toUpperCase()]),
  );

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means; undefined for one that means nothing here or belongs to the browser. */
export function commandOf(pressed: Pressed): ViewerCommand | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  const { key } = pressed;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

/** True for a letter pressed alone, which a person may switch off (WCAG 2.1.4). */
export function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key);
}

/** True where a key means something else: a slider takes arrows, a button takes Space. */
export function isTakenBy(target: EventTarget, { key }: { key: string }): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select') !== null) return true;
  return (key === ' ' || key === 'Enter') && target.closest('button, summary') !== null;
}
