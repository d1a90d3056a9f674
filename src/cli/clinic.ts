/**
 * @file `npm run clinic -- --out DIR [--seed N] [--cases N] [--from N] [--split train]
 * [--language en]
 * [--findings N]`: makes synthetic consultations. `npm run clinic -- --check DIR DIR…`:
 * proves that such folders share nothing across splits.
 *
 *   cases.jsonl        MediScope records, one a line
 *   images/            their PNG files
 *   MedDiagnose.csv    and MedDiagnose.jsonl, CMtMedQA.json: the released formats
 *   knowledge.jsonl    questions and answers about the conditions
 *   findings.jsonl     with --findings N: N images of every finding by itself, in findings/
 *   manifest.json      what was asked for, how much came out, SHA-256 of cases.jsonl
 *
 * A large set can be made in parts, side by side, with `--from` into folders of their own.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AssistantError } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import { knowledgeItems } from '../mediscope/knowledge.ts';
import { LANGUAGES, SPLITS, type Language, type Split } from '../mediscope/language.ts';
import { makeCase } from '../mediscope/make-case.ts';
import {
  allFindings,
  makeFinding,
  type FindingRecord,
} from '../mediscope/make-finding.ts';
import { RECORD_VERSION, type MediScopeRecord } from '../mediscope/record.ts';
import {
  medDiagnoseCsv,
  toCMtMedQa,
  toMedDiagnose,
} from '../mediscope/released-formats.ts';
import { overlapsOf, sharedSentences } from '../mediscope/split-check.ts';
import { runCommand } from './command.ts';

interface Order {
  readonly out: string;
  readonly split: Split;
  readonly seed: number;
  readonly from: number;
  readonly cases: number;
  /** Images of each finding by itself. */
  readonly findings: number;
  readonly language: Language | undefined;
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      cases: { type: 'string', default: '20' },
      from: { type: 'string', default: '0' },
      split: { type: 'string', default: 'train' },
      findings: { type: 'string', default: '0' },
      language: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  if (values.check) return checkFolders(positionals);
  if (values.out === undefined) {
    throw badOption('out', 'Name the folder to write: --out DIR.');
  }
  await makeFolder({
    out: values.out,
    split: oneOf('split', values.split, SPLITS),
    seed: wholeNumber('seed', values.seed),
    from: wholeNumber('from', values.from),
    cases: wholeNumber('cases', values.cases),
    findings: wholeNumber('findings', values.findings),
    language:
      values.language === undefined
        ? undefined
        : oneOf('language', values.language, LANGUAGES),
  });
});

async function makeFolder(order: Order): Promise<void> {
  const { out, split, seed, from, cases, language } = order;
  await mkdir(join(out, 'images'), { recursive: true });
  const records: MediScopeRecord[] = [];
  for (let index = from; index < from + cases; index++) {
    const draw = { split, seed, index, ...(language !== undefined && { language }) };
    const { record, pngs } = await makeCase(draw);
    await Promise.all(
      record.images.map(({ path }, i) =>
        writeFile(join(out, path), pngs[i] ?? new Uint8Array()),
      ),
    );
    records.push(record);
    if (records.length % 100 === 0) console.log(`${records.length} of ${cases} cases`);
  }
  await writeLines(join(out, 'cases.jsonl'), records);
  await writeLines(join(out, 'MedDiagnose.jsonl'), records.map(toMedDiagnose));
  await writeFile(join(out, 'MedDiagnose.csv'), medDiagnoseCsv(records));
  await writeFile(
    join(out, 'CMtMedQA.json'),
    JSON.stringify(records.map(toCMtMedQa), null, 1),
  );
  await writeLines(join(out, 'knowledge.jsonl'), knowledgeItems(split));
  if (order.findings > 0) await makeFindings(order);
  const sha256 = await sha256Hex(await readFile(join(out, 'cases.jsonl')));
  const images = records.reduce((sum, record) => sum + record.images.length, 0);
  const manifest = {
    version: RECORD_VERSION,
    split,
    seed,
    from,
    cases,
    language,
    images,
    sha256,
  };
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(
    `${out}: ${records.length} cases of ${split}, ${images} images, cases.jsonl ${sha256}`,
  );
}

async function makeFindings({
  out,
  split,
  seed,
  from,
  findings,
}: Order): Promise<void> {
  await mkdir(join(out, 'findings'), { recursive: true });
  const records: FindingRecord[] = [];
  for (const pictured of allFindings()) {
    for (let index = from; index < from + findings; index++) {
      const { record, png } = await makeFinding(pictured, { split, seed, index });
      await writeFile(join(out, record.path), png);
      records.push(record);
    }
  }
  await writeLines(join(out, 'findings.jsonl'), records);
}

/** One JSON value a line, written as it goes. */
async function writeLines(path: string, values: Iterable<unknown>): Promise<void> {
  const stream = createWriteStream(path);
  for (const value of values) stream.write(`${JSON.stringify(value)}\n`);
  await new Promise<void>((done, fail) => {
    stream.on('error', fail);
    stream.end(done);
  });
}

async function checkFolders(folders: readonly string[]): Promise<void> {
  if (folders.length < 2) {
    throw badOption('check', 'Name two folders or more: --check DIR DIR.');
  }
  const records: MediScopeRecord[] = [];
  for (const folder of folders) {
    const text = await readFile(join(folder, 'cases.jsonl'), 'utf8');
    for (const line of text.split('\n')) {
      if (line !== '') records.push(JSON.parse(line) as MediScopeRecord);
    }
  }
  const found = [...overlapsOf(records), ...sharedSentences()];
  for (const { what, value, splits } of found) {
    console.log(`${what} ${value}: ${splits.join(', ')}`);
  }
  console.log(`${records.length} records, ${found.length} overlaps between splits`);
  if (found.length > 0) process.exitCode = 1;
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw badOption(name, `--${name} is a whole number from 0 on, not "${text}".`);
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw badOption(name, `--${name} is one of ${allowed.join(', ')}, not "${text}".`);
}

function badOption(name: string, message: string): AssistantError<'bad-input'> {
  return new AssistantError('bad-input', message, { what: 'option', name });
}
