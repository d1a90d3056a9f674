import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, rangesIn } from './folded-text.ts';
import { markAll, snippetOf } from './marked-text.ts';
import { MOST_HITS, type SearchedHeader, SearchIndex } from './search-index.ts';

const WORDS =
  'Chest pain FEVER fièvre Ångström ﬁbrosis ３９℃ naïve 胸痛 呼吸困难 心电图 ， 。 発熱 ゲ 한국 𠮷 😀 İ ς Σ a 12';
const PIECES = [...WORDS.split(' '), ' ', ' ', '\n', 'e\u0301'];
const text = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 12 })
  .map((pieces) => pieces.join(''));
const consultation = fc.record({
  title: text,
  tags: fc.array(text, { maxLength: 2 }),
  patientName: text,
  updatedMs: fc.nat(1000),
  turns: fc.array(text, { maxLength: 4 }),
});
const word = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.constantFrom('che', 'ain', '痛', '吸困', 'FIEVRE', 'ang', 'fi', '39', 'nai'),
);
const query = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));

function header(id: string, change: Partial<SearchedHeader> = {}): SearchedHeader {
  return { id, title: '', tags: [], updatedMs: 0, ...change };
}

test('what is found is what reading everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(consultation, { maxLength: 8 }),
      query,
      async (consultations, asked) => {
        const index = new SearchIndex();
        for (const [at, { turns, ...said }] of consultations.entries()) {
          const searched = turns.map((turn, i) => ({ id: `${at}-${i}`, text: turn }));
          index.put({ id: String(at), ...said }, searched);
        }
        const words = foldText(asked).split(/\s+/).filter(Boolean);
        const expected = consultations.flatMap(
          ({ title, tags, patientName, turns }, at) => {
            const parts = [title, patientName, ...tags, ...turns].map(foldText);
            const has = (one: string) => parts.some((part) => part.includes(one));
            return words.length > 0 && words.every(has) ? [String(at)] : [];
          },
        );
        const { hits, consultations: count } = await index.find(asked);
        const ids = new Set(hits.map((hit) => hit.conversationId));
        expect([...ids].toSorted()).toEqual(expected.toSorted());
        expect(count).toBe(expected.length);
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});

test('what is marked folds to what was searched, and nothing else of it does', () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('che', '痛', 'e', 'fi', '39', 'σ', '한'),
      (said, one) => {
        const wanted = foldText(one);
        const { ranges } = markAll(said, [wanted]);
        for (const { from, to } of ranges) {
          expect(foldText(said.slice(from, to))).toContain(wanted);
        }
        const rest = ranges.reduceRight(
          (left, { from, to }) => `${left.slice(0, from)}|${left.slice(to)}`,
          said,
        );
        expect(foldText(rest)).not.toContain(wanted);
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});

test('a character folds to the same letters wherever it stands', () => {
  fc.assert(
    fc.property(text, (said) => {
      const apart = Array.from(said, (character) => foldText(character)).join('');
      expect(foldText(said)).toBe(apart);
    }),
    { numRuns: 500, seed: 5 },
  );
});

test('an accent is marked with its letter', () => {
  const said = 'cafe\u0301 noir';
  expect(rangesIn(said, [{ from: 3, to: 4 }])).toEqual([{ from: 3, to: 5 }]);
});

test('a snippet shows the words as they were written, around the first', () => {
  const long = `${'before '.repeat(40)}Übelkeit seit gestern${' after'.repeat(60)}`;
  const { text: shown, ranges } = snippetOf(long, ['ubelkeit']);
  const [range] = ranges;
  expect(shown.slice(range?.from, range?.to)).toBe('Übelkeit');
  expect(shown.length).toBeLessThan(130);
  expect(shown).toMatch(/^….*…$/);
});

test('a snippet never begins or ends inside of a character', () => {
  for (let lead = 20; lead < 60; lead++) {
    const said = `${'x'.repeat(lead % 2)}${'😀'.repeat(lead)}needle${'😀'.repeat(90)}`;
    expect(snippetOf(said, ['needle']).text.isWellFormed()).toBe(true);
  }
});

test('titles, patients and tags come first, then the newest', async () => {
  const index = new SearchIndex();
  const turns = (id: string) => [{ id: `${id}-turn`, text: 'It is asthma.' }];
  index.put(header('old', { updatedMs: 1 }), turns('old'));
  index.put(header('new', { updatedMs: 9 }), turns('new'));
  index.put(header('tagged', { tags: ['Asthma'], updatedMs: 2 }), []);
  index.put(header('named', { patientName: 'Asthma Jones', updatedMs: 3 }), turns('x'));
  const { hits } = await index.find('asthma');
  expect(hits.map((hit) => hit.conversationId)).toEqual([
    'named',
    'tagged',
    'new',
    'old',
  ]);
  expect(hits[1]).not.toHaveProperty('messageId');
  expect(hits[1]?.tags.map((tag) => tag.text)).toEqual(['Asthma']);
});

test('no more than three turns of one consultation, and fifty lines in all', async () => {
  const index = new SearchIndex();
  for (let at = 0; at < 40; at++) {
    const turns = [1, 2, 3, 4].map((i) => ({ id: `${at}-${i}`, text: 'cough' }));
    index.put(header(String(at)), turns);
  }
  const { hits, consultations } = await index.find('cough');
  expect(hits).toHaveLength(MOST_HITS);
  expect(hits.filter((hit) => hit.conversationId === '0')).toHaveLength(3);
  expect(consultations).toBe(40);
});

test('what was changed is found as it is now, what was removed is not found', async () => {
  const index = new SearchIndex();
  index.put(header('a', { title: 'Cough' }), [{ id: '1', text: 'dry' }]);
  index.put(header('a', { title: 'Cough' }), [{ id: '1', text: 'wet' }]);
  expect((await index.find('dry')).hits).toEqual([]);
  index.put(header('a', { title: 'Croup' }), [{ id: '1', text: 'wet' }]);
  expect((await index.find('cough')).hits).toEqual([]);
  expect((await index.find('croup wet')).hits).toMatchObject([{ messageId: '1' }]);
  index.remove('a');
  expect((await index.find('croup')).hits).toEqual([]);
});

test('a word that reaches from one turn into the next is none', async () => {
  const index = new SearchIndex();
  const turns = ['one\ntwo', 'three'].map((said) => ({ id: said, text: said }));
  index.put(header('a'), turns);
  expect((await index.find('twothree')).consultations).toBe(0);
  expect((await index.find('two three')).hits).toHaveLength(2);
});
