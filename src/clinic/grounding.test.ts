import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_PLACES, placeOn, readGrounding } from './grounding.ts';

const BOX = {
  kind: 'box',
  from: { x: 10, y: 20 },
  to: { x: 110, y: 220 },
  label: 'opacity',
};
const JSON_BOX = '{"bbox_2d": [10, 20, 110, 220], "label": "opacity"}';

test('boxes and points are read from a fenced list, a bare list and a single object', () => {
  const point = '{"point_2d": [5, 7.5], "label": "tip"}';
  for (const text of [
    `Here:\n\`\`\`json\n[\n\t${JSON_BOX},\n\t${point}\n]\n\`\`\`\nDone.`,
    `[${JSON_BOX},${point}]`,
    `I see ${JSON_BOX} and ${point}.`,
  ]) {
    expect(readGrounding(text)).toEqual([
      BOX,
      { kind: 'point', at: { x: 5, y: 7.5 }, label: 'tip' },
    ]);
  }
});

test('while it is written only whole objects count', () => {
  const text = `[${JSON_BOX}, {"bbox_2d": [1, 2, 3, 4], "label": "x"}]`;
  const counts = Array.from(text, (_, end) => readGrounding(text.slice(0, end)).length);
  expect(counts.toSorted((a, b) => a - b)).toEqual(counts);
  expect(counts.at(JSON_BOX.length)).toBe(0);
  expect(counts.at(JSON_BOX.length + 1)).toBe(1);
  expect(readGrounding(text)).toHaveLength(2);
});

test('a box whose corners are swapped is the same box', () => {
  expect(readGrounding('{"bbox_2d": [110, 220, 10, 20], "label": "opacity"}')).toEqual([
    BOX,
  ]);
});

test.each([
  '{"bbox_2d": [10, 20, 110], "label": "three numbers"}',
  '{"bbox_2d": [10, 20, 110, NaN], "label": "no number"}',
  '{"bbox_2d": [10, 20, 110, 1e999], "label": "infinite"}',
  '{"bbox_2d": ["10", "20", "110", "220"], "label": "words"}',
  '{"bbox_2d": [10, 20, 110, null], "label": "nothing"}',
  '{"bbox": [10, 20, 110, 220], "label": "another name"}',
  '{"point_2d": [1, 2, 3]}',
  "{'bbox_2d': [10, 20, 110, 220]}",
  'bbox_2d: [10, 20, 110, 220]',
  '"bbox_2d": [10, 20, 110, 220]',
])('%s is words', (text) => {
  expect(readGrounding(text)).toEqual([]);
});

test('a label is optional, trimmed and short', () => {
  expect(readGrounding('{"bbox_2d": [1, 2, 3, 4]}')[0]?.label).toBe('');
  expect(readGrounding('{"bbox_2d": [1, 2, 3, 4], "label": 7}')[0]?.label).toBe('');
  const long = `{"bbox_2d": [1, 2, 3, 4], "label": " ${'x'.repeat(500)} "}`;
  expect(readGrounding(long)[0]?.label).toHaveLength(200);
});

test('of thousands the first two hundred are read, in no time', () => {
  const began = performance.now();
  expect(readGrounding(`[${`${JSON_BOX},`.repeat(5000)}]`)).toHaveLength(MOST_PLACES);
  readGrounding(`"bbox_2d" ${'{'.repeat(200_000)}`);
  readGrounding(`"bbox_2d" ${'{"'.repeat(100_000)}`);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('any text is read without an error', () => {
  assert(
    property(string({ maxLength: 60 }), (text) => {
      readGrounding(`{"bbox_2d"${text}} ${text}_2d"{`);
    }),
  );
});

const SEEN = { widthPx: 280, heightPx: 140 };
const ORIGINAL = { widthPx: 2800, heightPx: 700 };

test('a place is brought from the picture that the model saw to the original', () => {
  const [box] = readGrounding(JSON_BOX);
  expect(box && placeOn(box, SEEN, ORIGINAL)).toEqual({
    kind: 'box',
    x: 100,
    y: 100,
    widthPx: 1000,
    heightPx: 600, // 220 is below the lower edge
    label: 'opacity',
  });
  const [point] = readGrounding('{"point_2d": [280, 70]}');
  expect(point && placeOn(point, SEEN, ORIGINAL)).toEqual({
    kind: 'point',
    x: 2800,
    y: 350,
    label: '',
  });
});

test('what lies outside the picture, or has no area, is on no place of it', () => {
  for (const json of [
    '{"bbox_2d": [300, 10, 400, 20]}',
    '{"bbox_2d": [-50, -50, -10, -10]}',
    '{"bbox_2d": [10, 10, 10, 60]}',
    '{"point_2d": [281, 10]}',
    '{"point_2d": [-1, 10]}',
  ]) {
    const [pointed] = readGrounding(json);
    expect(pointed).toBeDefined();
    expect(pointed && placeOn(pointed, SEEN, ORIGINAL)).toBeUndefined();
  }
});
