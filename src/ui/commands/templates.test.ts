import { expect, test } from 'vitest';
import { en } from '../strings/en.ts';
import { zh } from '../strings/zh.ts';
import { fillTemplate, TEMPLATE_IDS, TEMPLATES, variablesOf } from './templates.ts';

test.each(TEMPLATE_IDS)('%s has the same places in both languages, all named', (id) => {
  const { text, title } = TEMPLATES[id];
  expect(title.zh).toMatch(/\p{Script=Han}/u);
  const places = variablesOf(text.en);
  expect(places.length).toBeGreaterThan(2);
  expect(new Set(variablesOf(text.zh))).toEqual(new Set(places));
  for (const place of places) {
    expect(en.room.variables[place]).toBeTruthy();
    expect(zh.room.variables[place]).toBeTruthy();
  }
});

test('what is not given is said to be so', () => {
  const filled = fillTemplate(
    '{{age}}, {{sex}}, {{age}}',
    { age: ' 54 ' },
    'not given',
  );
  expect(filled).toBe('54, not given, 54');
});

test('what is filled in is text, whatever it spells', () => {
  expect(fillTemplate('{{age}}', { age: '$& {{sex}}' }, '-')).toBe('$& {{sex}}');
});
