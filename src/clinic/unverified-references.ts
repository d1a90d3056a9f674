/**
 * @file References in an answer that nobody checked: addresses, DOIs, PMIDs,
 * numbers of trials and of a list of sources, guidelines and papers by name.
 *
 * The model has no library, so none resolves to anything on this device. What is
 * found is shown as plain text with a mark, and never opens (R10).
 */

export type ReferenceKind =
  | 'address'
  | 'doi'
  | 'pmid'
  | 'trial'
  | 'citation'
  | 'paper'
  | 'guideline';

export interface Reference {
  readonly kind: ReferenceKind;
  /** Where in the text, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
}

const YEAR = '(?:19|20)\\d\\d[a-z]?';
const NAME = "\\p{Lu}[\\p{L}'’-]{1,30}";
const BODIES =
  'NICE|WHO|AHA|ACC|ESC|ERS|ATS|IDSA|ACR|ACOG|RCOG|GOLD|GINA|KDIGO|ADA|EASD|USPSTF|CDC|SIGN|NCCN|ASCO|ESMO|BTS|AAN|AAP|ACEP|ESICM|SSC';

/** Earlier ones win where two overlap. */
const PATTERNS: readonly (readonly [ReferenceKind, RegExp])[] = [
  [
    'doi',
    /(?:\bdoi:?\s*|\bhttps?:\/\/(?:dx\.)?doi\.org\/)?\b10\.\d{4,9}\/[^\s<>"“”，。；]{1,400}/giu,
  ],
  [
    'address',
    /\b(?:https?|ftp):\/\/[^\s<>"“”，。；]{1,400}|\bwww\.[^\s<>"“”，。；]{1,400}|\b(?:[a-z0-9-]{1,40}\.){1,6}(?:com|org|net|gov|edu|int|info|io|cn|uk|de|eu)(?:\/[^\s<>"“”，。；]{0,400})?/giu,
  ],
  ['pmid', /\bPM(?:ID|CID)\b:?\s*(?:PMC)?\d{4,9}|\bPMC\d{5,9}\b/gu],
  ['pmid', /\bPubMed\s*(?:ID)?:?\s*\d{5,9}/giu],
  ['pmid', /\barXiv:?\s*\d{4}\.\d{4,5}(?:v\d+)?/giu],
  ['trial', /\b(?:NCT|ISRCTN|ChiCTR)[-\s]?\d{6,12}\b/giu],
  [
    'paper',
    new RegExp(
      `[(（]${NAME}(?:\\s+(?:et\\s+al\\.?|and\\s+${NAME}|&\\s+${NAME}))?,\\s*${YEAR}(?:;[^()（）]{0,200})?[)）]`,
      'gu',
    ),
  ],
  [
    'paper',
    new RegExp(
      `\\b${NAME}(?:,?\\s+(?:et\\s+al\\.?|and|&)(?:\\s+${NAME})?),?\\s*[(（]?${YEAR}[)）]?`,
      'gu',
    ),
  ],
  ['paper', /\p{Script=Han}{1,4}等(?:人)?[(（,，]\s*(?:19|20)\d\d(?:年)?[)）]?/gu],
  [
    'paper',
    /\b(?:N Engl J Med|NEJM|JAMA|The Lancet|Lancet|BMJ|Ann Intern Med|Circulation|Radiology|Chest)\b\.?,?\s*(?:\(?(?:19|20)\d\d\)?)(?:\s*;\s*\d+(?:\(\d+\))?\s*:\s*[\d–-]+)?/gu,
  ],
  [
    'guideline',
    new RegExp(
      `\\b(?:${BODIES})(?:\\/(?:${BODIES}))*\\s+(?:(?:clinical|practice|treatment)\\s+)?(?:guidelines?|guidance|recommendations?|consensus|statement)(?:\\s*[(（,]?\\s*(?:${YEAR}|[A-Z]{2}\\d{2,4})[)）]?)?`,
      'gu',
    ),
  ],
  ['guideline', /\b(?:NG|CG|TA|QS)\d{1,4}\b(?=\s*[)）,.;]|\s+guid)/gu],
  [
    'guideline',
    /《[^《》\n]{2,60}(?:指南|共识|规范|诊疗方案|标准|教材|内科学|外科学|杂志)[^《》\n]{0,30}》(?:\s*[(（]?(?:19|20)\d\d(?:年)?(?:版)?[)）]?)?/gu,
  ],
  ['citation', /[[［]\s*\d{1,3}(?:\s*[,，、;–-]\s*\d{1,3})*\s*[\]］](?![(:[])/gu],
  ['citation', /\[\^[\w-]{1,20}\]/gu],
  ['citation', /[¹²³⁴-⁹][⁰¹²³⁴-⁹]*(?=[\s.,;)，。；]|$)/gu],
];

/** What the text refers to, in order, without overlaps. */
export function findReferences(text: string): readonly Reference[] {
  const found: Reference[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + withoutEnd(match[0]).length;
      if (to === from || isExcepted(kind, text, from, to)) continue;
      if (!found.some((other) => from < other.to && other.from < to)) {
        found.push({ kind, from, to });
      }
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** A sign that ends the sentence is not of the address; nor is a bracket that was opened before it. */
function withoutEnd(text: string): string {
  let kept = text.trimEnd();
  for (;;) {
    const last = kept.at(-1) ?? '';
    const opens = { ')': '(', ']': '[', '）': '（' }[last];
    const isUnopened =
      opens !== undefined && kept.split(last).length > kept.split(opens).length;
    if (!/[.,;:!?'*_]/u.test(last) && !isUnopened) return kept;
    kept = kept.slice(0, -1);
  }
}

/** What looks like one and is none: units with an exponent, a list that only counts, a score. */
function isExcepted(
  kind: ReferenceKind,
  text: string,
  from: number,
  to: number,
): boolean {
  if (kind !== 'citation') return false;
  const before = text.slice(Math.max(0, from - 12), from);
  const found = text.slice(from, to);
  if (/^[¹²³⁰⁴-⁹]/u.test(found)) return /(?:m|10|\^|[⁻⁰-⁹])$/u.test(before);
  return /(?:range|interval|CI|IQR|参考范围|区间)[\s:：]*$/iu.test(before);
}
