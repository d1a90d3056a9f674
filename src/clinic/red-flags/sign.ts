/**
 * @file A sign: something said of a patient, with the ways of saying it in
 * either language.
 *
 * Phrases are in small letters, full words, hyphens as spaces. "sweat*" also
 * finds "sweating". "face … droop*" allows a few words between.
 */
export interface Sign {
  readonly id: string;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

export const GAP = '…';

/** `sign('rigors', 'rigor*, shaking chills', '寒战, 打寒战')`. */
export function sign(id: string, en: string, zh: string): Sign {
  return { id, en: phrases(en), zh: phrases(zh) };
}

/** The items of "one, another". */
export function phrases(list: string): readonly string[] {
  return list
    .split(',')
    .map((phrase) => phrase.replaceAll(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
}
