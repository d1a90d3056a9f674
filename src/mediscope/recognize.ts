/**
 * @file What a free-text question asks about.
 *
 * First the wordings the clinic knows are found as they stand, the longest first,
 * and taken out of the text; then cues are looked for in what is left. Of two cues
 * where one lies inside the other only the longer counts: "chest pain on breathing
 * in" asks about that and not about the breath.
 */
import { FACTS, FACT_IDS, type FactId } from './fact-table.ts';
import { IMAGE_CUES, IMAGE_KINDS, type ImageKind } from './findings.ts';
import { LANGUAGES, type Language } from './language.ts';

export type Topic = 'duration' | 'severity' | 'medicines' | 'allergies';

export interface Asked {
  readonly facts: readonly FactId[];
  readonly images: readonly ImageKind[];
  readonly topics: readonly Topic[];
  /** An open invitation to tell more, which names nothing. */
  readonly isOpen: boolean;
}

const TOPICS: Readonly<Record<Topic, RegExp>> = {
  duration:
    /how long|since when|when did (it|this|the)|start(ed)?\?|begin\?|多久|多长时间|什么时候(开始|起)|几天了|哪天起/iu,
  severity: /how (bad|severe|strong)|out of (10|ten)|scale of|多疼|多严重|几分|打分/iu,
  medicines:
    /medicines?\b(?! just| before)|medications?|tablets do|drugs do|吃什么药|用药|在用的药|在吃什么/iu,
  allergies: /allerg(y|ies)|allergic to|过敏(?!体质)/iu,
};

/** Questions that leave open what to tell: about everything, or about the complaint as such. */
const OPEN =
  /tell me (more|about)|describe|what brings|anything else|how are you|what (is|are) the (problem|matter)|go on|symptoms|where (is|does)|(chest|belly|stomach) pain|headache|还有什么|哪里(不舒服|疼|痛)|说说|怎么了|描述|其他(症状|情况)|有什么症状|胸痛|头痛|肚子疼/iu;

export function recognize(question: string): Asked {
  const known = knownWordings(question);
  const facts = new Set([...known.facts, ...cuesIn(known.rest)]);
  const images = IMAGE_KINDS.filter((kind) =>
    LANGUAGES.some((language) =>
      new RegExp(IMAGE_CUES[kind][language], 'iu').test(known.rest),
    ),
  );
  const topics = (Object.keys(TOPICS) as Topic[]).filter((topic) =>
    TOPICS[topic].test(known.rest),
  );
  return {
    facts: FACT_IDS.filter((fact) => facts.has(fact)),
    images,
    topics,
    isOpen:
      facts.size === 0 &&
      images.length === 0 &&
      topics.length === 0 &&
      OPEN.test(question),
  };
}

interface Wording {
  readonly text: string;
  readonly fact: FactId;
}

/** Every wording in lower case, the longest first. */
const WORDINGS: readonly Wording[] = FACT_IDS.flatMap((fact) =>
  LANGUAGES.flatMap((language) =>
    FACTS[fact].wordings[language].map((text) => ({ text: text.toLowerCase(), fact })),
  ),
).toSorted((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));

function knownWordings(question: string): { facts: Set<FactId>; rest: string } {
  const facts = new Set<FactId>();
  let rest = question.toLowerCase();
  for (const { text, fact } of WORDINGS) {
    if (!rest.includes(text)) continue;
    facts.add(fact);
    rest = rest.replaceAll(text, ' # ');
  }
  return { facts, rest };
}

interface Hit {
  readonly fact: FactId;
  readonly from: number;
  readonly to: number;
}

/** A cue begins where a word does: no hat in "that". */
const CUES = new Map<Language, readonly { fact: FactId; cue: RegExp }[]>(
  LANGUAGES.map((language) => [
    language,
    FACT_IDS.map((fact) => ({
      fact,
      cue: new RegExp(`(?<![a-z])(?:${FACTS[fact].cue[language]})`, 'giu'),
    })),
  ]),
);

function cuesIn(text: string): readonly FactId[] {
  const hits: Hit[] = [];
  for (const cues of CUES.values()) {
    for (const { fact, cue } of cues) {
      for (const match of text.matchAll(cue)) {
        hits.push({ fact, from: match.index, to: match.index + match[0].length });
      }
    }
  }
  return hits
    .filter((hit) => !hits.some((other) => contains(other, hit)))
    .map(({ fact }) => fact);
}

function contains(outer: Hit, inner: Hit): boolean {
  if (outer.fact === inner.fact) return false;
  const isLonger = outer.to - outer.from > inner.to - inner.from;
  return isLonger && outer.from <= inner.from && outer.to >= inner.to;
}
