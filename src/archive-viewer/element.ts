/** @file Elements made from data. Text is text: nothing here makes HTML from strings. */

type Properties<T> = Omit<
  Partial<T>,
  'innerHTML' | 'outerHTML' | 'style' | 'dataset' | 'children'
>;

/** A new element; `undefined` among its children stands for none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does `onClick`. */
export function button(
  text: string,
  onClick: () => void,
  properties: Properties<HTMLButtonElement> = {},
): HTMLButtonElement {
  return element('button', { type: 'button', onclick: onClick, ...properties }, text);
}
