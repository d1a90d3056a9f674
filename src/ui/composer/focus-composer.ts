/** @file Puts the cursor into the composer from elsewhere on the page. */

export const COMPOSER_ID = 'composer';

export function focusComposer(): void {
  document.getElementById(COMPOSER_ID)?.focus();
}

/** The same, except where it would push up a keyboard of glass. */
export function focusWithoutKeyboard(): void {
  if (matchMedia('(pointer: fine)').matches) focusComposer();
}
