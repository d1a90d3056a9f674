import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { conditionOf, neighboursIn } from './clinic-table.ts';
import { knowledgeItems } from './knowledge.ts';
import { PRESENTATION_IDS } from './presentations.ts';

const items = knowledgeItems('train');

test('every id is one question', () => {
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

test('what patients come with is answered by the conditions of this clinic, and says so', () => {
  for (const presentation of PRESENTATION_IDS) {
    const { answer } = must(
      items.find(({ id }) => id === `${presentation}/causes/en`),
      'every presentation has its causes',
    );
    expect(answer).toMatch(/^In this clinic: /);
    for (const { name } of neighboursIn(presentation)) {
      expect(answer).toContain(name.en);
    }
  }
});

test('emergencies are named apart from what can wait', () => {
  const causes = items.find(({ id }) => id === 'chest-pain/causes/en');
  const [, urgent = ''] = must(causes, 'it is one').answer.split(
    'An emergency at once:',
  );
  expect(urgent).toContain(conditionOf('pulmonary-embolism').name.en);
  expect(urgent).not.toContain(conditionOf('reflux').name.en);
});
