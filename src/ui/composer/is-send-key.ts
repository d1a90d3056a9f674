/** @file Which key press sends the turn. */

/** Browsers report this code for a key that an input method consumed. */
const CONSUMED_BY_INPUT_METHOD = 229;

type Key = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'shiftKey' | 'altKey'
>;

/**
 * Enter sends, Shift+Enter starts a line. An Enter that picks a candidate of an
 * input method never sends: Safari ends the composition before it reports that
 * key, so `isComposing` alone is not enough.
 */
export function isSendKey(key: Key): boolean {
  const isComposing = key.isComposing || key.keyCode === CONSUMED_BY_INPUT_METHOD;
  return key.key === 'Enter' && !key.shiftKey && !key.altKey && !isComposing;
}
