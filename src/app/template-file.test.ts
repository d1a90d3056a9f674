import { expect, test } from 'vitest';
import { joinTemplates, readTemplatesFile, templatesFile } from './template-file.ts';

const ONE = { id: 'a', title: 'Ward round', text: 'Today: {{findings}}' };

test('what is saved is read again', () => {
  expect(readTemplatesFile(templatesFile([ONE]))).toEqual([ONE]);
});

test.each([
  '',
  '[]',
  '{"format":"pulsemind-templates","version":2,"templates":[]}',
  '{"format":"pulsemind-templates","version":1,"templates":[{"id":"a","title":"","text":"x"}]}',
  JSON.stringify({
    format: 'pulsemind-templates',
    version: 1,
    templates: [{ ...ONE, text: 'x'.repeat(20_001) }],
  }),
])('%.60s holds none', (text) => {
  expect(readTemplatesFile(text)).toBeUndefined();
});

test('one of the same id takes its place, others come behind', () => {
  const changed = { ...ONE, title: 'Round' };
  const other = { ...ONE, id: 'b' };
  expect(joinTemplates([ONE], [other, changed])).toEqual([changed, other]);
});
