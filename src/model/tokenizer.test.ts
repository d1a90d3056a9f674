import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { qwenTokenizerFile } from '../testing/qwen-tokenizer.ts';
import { readTokenizer, type Tokenizer } from './tokenizer.ts';

interface GoldenTokens {
  readonly sha256: string;
  readonly rows: readonly { text: string; ids: number[]; decoded: string }[];
}

const SPECIAL = /<\|[a-z_]+\|>|<\/?tool_call>/;
let fileSha256: string;
let golden: GoldenTokens;
let tokenizer: Tokenizer;

beforeAll(async () => {
  const path = new URL('../testing/golden/tokenizer_qwen2_5.json', import.meta.url);
  golden = JSON.parse(await readFile(path, 'utf8')) as GoldenTokens;
  const file = await qwenTokenizerFile();
  fileSha256 = file.sha256;
  tokenizer = readTokenizer(file.json);
});

test('the tokenizer file is the one the reference values were made with', () => {
  expect(fileSha256).toBe(golden.sha256);
});

test('a template is encoded to the ids of the reference', () => {
  expect(golden.rows.length).toBeGreaterThanOrEqual(30);
  for (const { text, ids } of golden.rows) {
    expect(tokenizer.encodeTemplate(text), JSON.stringify(text)).toEqual(ids);
  }
});

test('plain text without special tokens has the same ids', () => {
  for (const { text, ids } of golden.rows.filter((row) => !SPECIAL.test(row.text))) {
    expect(tokenizer.encodeText(text), JSON.stringify(text)).toEqual(ids);
  }
});

test('special tokens typed as text are text, and read back as typed', () => {
  for (const { text } of golden.rows.filter((row) => SPECIAL.test(row.text))) {
    const ids = tokenizer.encodeText(text);
    expect(Math.max(...ids)).toBeLessThan(151643);
    expect(tokenizer.decode(ids)).toBe(text);
  }
});

test('tokens that arrive one by one add up to the decoded text', () => {
  for (const { ids, text, decoded } of golden.rows.filter(
    (row) => !SPECIAL.test(row.text),
  )) {
    const decoder = tokenizer.newDecoder();
    const parts = ids.map((id) => decoder.push(id));
    expect(parts.join('') + decoder.end(), JSON.stringify(text)).toBe(decoded);
    expect(parts.join('')).not.toContain('\uFFFD');
  }
});

test('an answer cut inside a character ends in a replacement character', () => {
  const ids = tokenizer.encodeText('🩺');
  const decoder = tokenizer.newDecoder();
  expect(decoder.push(ids[0])).toBe('');
  expect(decoder.end()).toBe('\uFFFD');
});

test('special tokens are silent in an answer, other added tokens are shown', () => {
  expect(tokenizer.decode([151644, 872, 198, 151645])).toBe('user\n');
  expect(tokenizer.decode([151657])).toBe('<tool_call>');
});

test('the tokens are found by name, and the highest real one is known', () => {
  expect(tokenizer.tokenId('<|im_end|>')).toBe(151645);
  expect(tokenizer.tokenId('<|nothing|>')).toBeUndefined();
  expect(tokenizer.highestTokenId).toBe(151664);
});

test('white space is Unicode’s where the byte-level step splits words itself', () => {
  const vocab = ['b', '!', 'Ġ', 'Â', 'ħ', 'ï', '»', '¿', 'ĠÂ', 'Âħ', '!ï'];
  const small = readTokenizer({
    model: {
      type: 'BPE',
      vocab: Object.fromEntries(vocab.map((token, id) => [token, id])),
      merges: ['Ġ Â', 'Â ħ', '! ï'],
    },
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [{ type: 'ByteLevel', add_prefix_space: false, use_regex: true }],
    },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    added_tokens: [],
  });
  // U+0085 is white space: the space before it stays alone, so Ġ and Â never meet.
  expect(small.encodeText(' \u0085b')).toEqual([2, 9, 0]);
  // U+FEFF is none: it belongs to the punctuation before it, so ! and ï meet.
  expect(small.encodeText('!\uFEFFb')).toEqual([10, 6, 7, 0]);
});

test('a tokenizer that is not byte-level is unsupported', () => {
  const json = {
    model: { type: 'BPE', vocab: {}, merges: [] },
    normalizer: null,
    pre_tokenizer: null,
    post_processor: null,
    decoder: { type: 'Metaspace' },
    added_tokens: [],
  };
  expect(() => readTokenizer(json)).toThrow(
    expect.objectContaining({ kind: 'unsupported' }),
  );
  expect(() => readTokenizer({})).toThrow(
    expect.objectContaining({ kind: 'bad-data' }),
  );
});
