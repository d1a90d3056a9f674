import { describe, expect, test } from 'vitest';
import { CONDITIONS, DEPARTMENTS, findCondition } from './clinic-table.ts';
import { probabilityOf } from './differential.ts';
import { FACTS, FACT_IDS } from './fact-table.ts';
import { findingWords, IMAGE_KINDS } from './findings.ts';
import { LANGUAGES } from './language.ts';
import { PRESENTATIONS } from './presentations.ts';

describe('the clinic', () => {
  test('has twelve departments and sixty conditions at least, each in one place', () => {
    expect(Object.keys(DEPARTMENTS).length).toBeGreaterThanOrEqual(12);
    expect(CONDITIONS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CONDITIONS.map(({ id }) => id)).size).toBe(CONDITIONS.length);
    expect(new Set(CONDITIONS.map(({ name }) => name.en)).size).toBe(CONDITIONS.length);
    expect(new Set(CONDITIONS.map(({ name }) => name.zh)).size).toBe(CONDITIONS.length);
  });

  test.each(CONDITIONS)('$id is complete in both languages', (condition) => {
    const { name, subspecialty, history, riskFactors, examination, investigations } =
      condition;
    const texts = [
      name,
      subspecialty,
      history,
      riskFactors,
      examination,
      investigations,
    ];
    texts.push(...Object.values(condition.management));
    for (const text of texts) {
      expect(text.en).toMatch(/^[\u0020-\u007e’é]{2,}$/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const language of LANGUAGES) {
      expect(new Set(condition.complaint[language]).size).toBe(4);
    }
    expect(condition.management[condition.tier]).toBeDefined();
    expect(condition.management[condition.tierWithRedFlag]).toBeDefined();
    expect(Object.keys(condition.management).length).toBeGreaterThanOrEqual(2);
    expect(condition.redFlags.length).toBeGreaterThanOrEqual(1);
    expect(condition.icd10).toMatch(/^[A-TV-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/);
  });

  test.each(CONDITIONS)('$id has neighbours that answers tell apart', (condition) => {
    const neighbours = Object.entries(condition.apart);
    expect(neighbours.length).toBeGreaterThanOrEqual(1);
    for (const [id, facts] of neighbours) {
      const other = findCondition(id);
      expect(other?.presentation, `${id} comes with the same complaint`).toBe(
        condition.presentation,
      );
      if (other === undefined) continue;
      const widest = facts.map((fact) =>
        Math.abs(probabilityOf(condition, fact) - probabilityOf(other, fact)),
      );
      expect(Math.max(...widest), `${condition.id} from ${id}`).toBeGreaterThan(0.4);
    }
  });

  test.each(CONDITIONS)('$id shows only what its images can show', (condition) => {
    for (const kind of IMAGE_KINDS) {
      const finding = condition.shows[kind];
      if (finding === undefined) continue;
      expect(findingWords({ kind, finding })).toBeDefined();
      expect(PRESENTATIONS[condition.presentation].images).toContain(kind);
    }
  });
});

describe('the facts', () => {
  test.each(FACT_IDS)('%s is given away by each of its own wordings', (id) => {
    const fact = FACTS[id];
    for (const language of LANGUAGES) {
      expect(new Set(fact.wordings[language]).size).toBe(4);
      const cue = new RegExp(fact.cue[language], 'iu');
      for (const wording of fact.wordings[language]) expect(wording).toMatch(cue);
    }
  });

  test('are each used by some condition', () => {
    const used = new Set<string>(CONDITIONS.flatMap(({ facts }) => Object.keys(facts)));
    expect(FACT_IDS.filter((id) => !used.has(id))).toEqual([]);
  });
});
