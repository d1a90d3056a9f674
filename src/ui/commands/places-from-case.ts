/** @file What is noted of the case, for the places of a template. */
import { type CaseFacts, factLines } from '../../clinic/case-facts.ts';
import type { Language } from '../../app/state.ts';
import { LANGUAGES } from '../strings/use-strings.ts';
import type { Variable } from './templates.ts';

/** Which variable a place means: its name, or what the page calls it in either language. */
export function variableOf(place: string): Variable | undefined {
  const name = place.toLowerCase();
  for (const { strings } of Object.values(LANGUAGES)) {
    for (const [variable, label] of Object.entries(strings.room.variables)) {
      const isMeant = variable === name || label.toLowerCase() === name;
      if (isMeant) return variable as Variable;
    }
  }
  return undefined;
}

/** What the case says of a place; undefined when nothing is noted. */
export function fromCase(
  place: string,
  facts: CaseFacts,
  language: Language,
): string | undefined {
  const { age, sex, reason, history, medication, allergies } = facts;
  const said = (some: CaseFacts) =>
    factLines(some, language)
      .map(({ value }) => value)
      .join('; ');
  const variable = variableOf(place);
  if (variable === 'age') return age && said({ age });
  if (variable === 'sex') return sex && said({ sex });
  if (variable === 'complaint') return reason;
  if (variable === 'medication') return medication;
  if (variable !== 'history') return undefined;
  return said({
    ...(history !== undefined && { history }),
    ...(medication !== undefined && { medication }),
    ...(allergies !== undefined && { allergies }),
  });
}
