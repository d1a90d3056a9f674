/** @file Which conditions and which urgency a doctor's free text names. */
import { CONDITIONS, type ConditionId } from './clinic-table.ts';
import { TIERS, type Tier } from './condition.ts';
import { LANGUAGES } from './language.ts';
import { TIER_WORDS } from './words/doctor-words.ts';

const NAMES = CONDITIONS.flatMap(({ id, name }) =>
  LANGUAGES.map((language) => ({ id, text: name[language].toLowerCase() })),
).toSorted((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));

/** The conditions named, in the order in which they are; a name inside a longer one is not counted. */
export function namedConditions(text: string): readonly ConditionId[] {
  let rest = text.toLowerCase().replaceAll("'", '’');
  const places: { readonly id: ConditionId; readonly at: number }[] = [];
  for (const { id, text: name } of NAMES) {
    const at = rest.indexOf(name);
    if (at < 0) continue;
    places.push({ id, at });
    rest = rest.replaceAll(name, '#'.repeat(name.length));
  }
  const inOrder = places.toSorted((a, b) => a.at - b.at).map(({ id }) => id);
  return [...new Set(inOrder)];
}

/** The urgency named as the reference doctor names it, or in plain words; undefined when none is. */
export function namedTier(text: string): Tier | undefined {
  const exact = TIERS.find((tier) =>
    LANGUAGES.some((language) => text.includes(TIER_WORDS[tier][language])),
  );
  return exact ?? TIERS.find((tier) => IN_PLAIN_WORDS[tier].test(text));
}

/** Looked for from the most urgent down. */
const IN_PLAIN_WORDS: Readonly<Record<Tier, RegExp>> = {
  'ed-now':
    /emergency (department|now|room)|call an ambulance|\b(911|999|120|112)\b|立即急诊|去急诊|救护车/iu,
  'same-day': /(doctor|seen|visit|clinic) today|same day|当天就诊|今天(就诊|看|到)/iu,
  days: /within (a few )?days|in the next days|几天内/iu,
  routine: /routine (visit|appointment)|within weeks|择期|数周内/iu,
  'self-care': /(care|treat(ed|ment)?) at home|self-care|居家护理|自我护理/iu,
};
