/** @file Which facts bring others with them, and which cannot hold together. */
import { FACT_IDS, type FactId } from './fact-table.ts';

const IMPLIES: readonly (readonly [FactId, FactId])[] = [
  ['long-diabetes', 'diabetes'],
  ['coloured-phlegm', 'cough'],
  ['night-cough', 'cough'],
  ['barking-cough', 'cough'],
  ['coughing-blood', 'cough'],
  ['fever-five-days', 'fever'],
  ['fever-in-bouts', 'fever'],
  ['vomiting-blood', 'vomiting'],
  ['extra-pillows', 'breathlessness'],
  ['sandpaper-rash', 'rash'],
  ['silvery-scales-on-elbows', 'rash'],
];

/** Of two that exclude each other the first stays. */
const EXCLUDES: readonly (readonly [FactId, FactId])[] = [
  ['weight-loss', 'weight-gain'],
  ['growing-spot', 'there-for-years'],
  ['changing-colour', 'there-for-years'],
  ['heat-intolerance', 'cold-intolerance'],
  ['slow-pulse', 'on-off-racing'],
  ['watery-stools', 'constipation'],
  ['missed-period', 'heavy-periods'],
];

/**
 * `drawn` with what it brings along and without what it excludes, in the order of
 * the table. Facts in `certain` win over others.
 */
export function consistent(
  drawn: ReadonlySet<FactId>,
  certain: ReadonlySet<FactId>,
): readonly FactId[] {
  const facts = new Set([...drawn, ...certain]);
  for (const [fact, brings] of IMPLIES) if (facts.has(fact)) facts.add(brings);
  for (const [stays, goes] of EXCLUDES) {
    if (facts.has(stays) && facts.has(goes)) {
      facts.delete(certain.has(goes) && !certain.has(stays) ? stays : goes);
    }
  }
  return FACT_IDS.filter((id) => facts.has(id));
}
