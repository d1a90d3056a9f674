/** @file What a rule must see and must not see, kept beside it. */

export interface Examples {
  readonly fires: readonly string[];
  readonly silent: readonly string[];
}

/** By the id of the rule. */
export type ExamplesById = Readonly<
  Record<string, { readonly en: Examples; readonly zh: Examples }>
>;

/** Lists are written "one | another". */
export function examples(
  en: { readonly fires: string; readonly silent: string },
  zh: { readonly fires: string; readonly silent: string },
): { readonly en: Examples; readonly zh: Examples } {
  return { en: both(en), zh: both(zh) };
}

function both({
  fires,
  silent,
}: {
  readonly fires: string;
  readonly silent: string;
}): Examples {
  return { fires: list(fires), silent: list(silent) };
}

function list(text: string): readonly string[] {
  return text.split('|').map((example) => example.trim());
}
