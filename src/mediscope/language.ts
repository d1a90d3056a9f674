/** @file Words in the two languages of the clinic, and wordings kept apart by split. */

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same thing said in each language. */
export type Words = Readonly<Record<Language, string>>;

export const SPLITS = ['train', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** Four ways to say one thing: two to train on, one to validate with, one to test with. */
export type Wordings = readonly [
  train: string,
  alsoTrain: string,
  validation: string,
  test: string,
];

export type BilingualWordings = Readonly<Record<Language, Wordings>>;

/** The wordings that belong to `split`; no wording belongs to two. */
export function wordingsFor(wordings: Wordings, split: Split): readonly string[] {
  switch (split) {
    case 'train':
      return wordings.slice(0, 2);
    case 'validation':
      return wordings.slice(2, 3);
    case 'test':
      return wordings.slice(3);
  }
}

/** Sentences for each language and split. */
export type Templates = Readonly<
  Record<Language, Readonly<Record<Split, readonly string[]>>>
>;

/** `template` with every `{name}` replaced by its value. */
export function fill(
  template: string,
  values: Readonly<Record<string, string>>,
): string {
  return template.replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

/** "a", "a and b", "a, b and c"; "a、b和c". */
export function listed(items: readonly string[], language: Language): string {
  return joined(
    items,
    language === 'en' ? ', ' : '、',
    language === 'en' ? ' and ' : '和',
  );
}

/** "a", "a or b", "a, b or c"; "a、b或者c". */
export function alternatives(items: readonly string[], language: Language): string {
  return joined(
    items,
    language === 'en' ? ', ' : '、',
    language === 'en' ? ' or ' : '或者',
  );
}

function joined(items: readonly string[], comma: string, last: string): string {
  if (items.length < 2) return items.join('');
  return items.slice(0, -1).join(comma) + last + (items.at(-1) ?? '');
}

/** The same thing in each language. */
export function words(en: string, zh: string): Words {
  return { en, zh };
}
