import { describe, expect, test } from 'vitest';
import { findReferences } from './unverified-references.ts';

const found = (text: string) =>
  findReferences(text).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

describe('what a model refers to is found', () => {
  test.each([
    ['See https://example.org/a?b=c.', ['address: https://example.org/a?b=c']],
    ['(see http://a.org/x_(y))', ['address: http://a.org/x_(y)']],
    ['www.who.int/news, for example', ['address: www.who.int/news']],
    ['Visit uptodate.com for more', ['address: uptodate.com']],
    ['ftp://files.org/a', ['address: ftp://files.org/a']],
    ['详见 https://example.cn/指南。', ['address: https://example.cn/指南']],
    ['doi:10.1056/NEJMoa2034577.', ['doi: doi:10.1056/NEJMoa2034577']],
    ['DOI 10.1016/S0140-6736(20)30183-5', ['doi: DOI 10.1016/S0140-6736(20)30183-5']],
    ['https://doi.org/10.1000/xyz123', ['doi: https://doi.org/10.1000/xyz123']],
    ['(PMID: 12345678)', ['pmid: PMID: 12345678']],
    ['PMCID: PMC1234567', ['pmid: PMCID: PMC1234567']],
    ['PubMed ID 3456789', ['pmid: PubMed ID 3456789']],
    ['arXiv:2402.03300', ['pmid: arXiv:2402.03300']],
    ['Trial NCT01234567 showed', ['trial: NCT01234567']],
    ['ChiCTR2000029308', ['trial: ChiCTR2000029308']],
    ['It is common [12].', ['citation: [12]']],
    ['as shown [3, 4], and [7-9]', ['citation: [3, 4]', 'citation: [7-9]']],
    ['常见［3］。', ['citation: ［3］']],
    ['A footnote[^1] here', ['citation: [^1]']],
    ['It is common¹², they say.', ['citation: ¹²']],
    ['Smith et al. (2019) found', ['paper: Smith et al. (2019)']],
    ['Smith and Jones, 2020', ['paper: Smith and Jones, 2020']],
    ['(Müller, 2018)', ['paper: (Müller, 2018)']],
    ["(O'Brien et al., 2021; Lee, 2020)", ["paper: (O'Brien et al., 2021; Lee, 2020)"]],
    ['王某某等（2020）报道', ['paper: 王某某等（2020）']],
    ['N Engl J Med 2020;383:120-128', ['paper: N Engl J Med 2020;383:120-128']],
    ['JAMA 2019', ['paper: JAMA 2019']],
    ['The ESC guidelines (2023) say', ['guideline: ESC guidelines (2023)']],
    ['AHA/ACC guideline', ['guideline: AHA/ACC guideline']],
    ['NICE guidance NG136', ['guideline: NICE guidance NG136']],
    [
      '根据《中国高血压防治指南》2018年版',
      ['guideline: 《中国高血压防治指南》2018年版'],
    ],
    ['《内科学》', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what only looks like a reference is left', () => {
  test.each([
    'Blood pressure 120/80, pulse 72.',
    'Take 1.5 g three times a day.',
    'BMI 24 kg/m² and a lesion of 3 cm².',
    'White cells 11 × 10⁹ per litre.',
    'Normal range [12-16] g/dL',
    'CI [1, 4]',
    'The patient was born in 1956 and seen in 2020.',
    '[x] done, [ ] open',
    'He is 54 (male), smokes since 1990.',
    'e.g. aspirin, i.e. acetylsalicylic acid',
    'According to the guidelines of your hospital.',
    'The WHO says so.',
    '血压 150/90，体温 38.5℃。',
    'ratio 10.5/2',
    'pH 7.35, pCO2 40',
    'Smith reported it.',
    '1. First\n2. Second [see below]',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('several in one text are in order and do not overlap', () => {
  const text =
    'Smith et al. (2019) [1], doi 10.1000/abc, https://doi.org/10.1000/abc and PMID 1234567.';
  const references = findReferences(text);
  expect(references.map(({ kind }) => kind)).toEqual([
    'paper',
    'citation',
    'doi',
    'doi',
    'pmid',
  ]);
  for (const [i, { from }] of references.entries()) {
    expect(from).toBeGreaterThanOrEqual(references[i - 1]?.to ?? 0);
  }
});

test('a long text of brackets and dots is read in a moment', () => {
  const startMs = performance.now();
  for (const text of [
    '[1,'.repeat(20_000),
    'a.'.repeat(20_000),
    '(A'.repeat(20_000),
    'Aa-'.repeat(20_000),
  ]) {
    findReferences(text);
  }
  expect(performance.now() - startMs).toBeLessThan(2000);
});
