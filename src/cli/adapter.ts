/**
 * @file `npm run adapter -- ADAPTER_FOLDER CHECKPOINT_FOLDER [--clinic clinic.json]`:
 * puts a trained adapter beside the weights that it was trained over, and writes the
 * manifest and the model card. `--clinic` is what `npm run bench:clinic` found out
 * about it. `npm run adapter -- --remove CHECKPOINT_FOLDER` takes it away again.
 */
import { openAsBlob } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import type { AdapterCard } from '../checkpoint/adapter-card.ts';
import { installAdapter, removeAdapter } from '../checkpoint/install-adapter.ts';
import { readJson } from '../checkpoint/read-json.ts';
import { readTraining } from './adapter-training.ts';
import type { ClinicReport } from './clinic-report-data.ts';
import { runCommand } from './command.ts';
import { FolderSink } from './folder-sink.ts';
import { adapterModelCard } from './model-card.ts';
import { readFolder } from './read-folder.ts';
import { judgeSeeing } from './understands-images.ts';

const USAGE =
  'Usage: npm run adapter -- ADAPTER_FOLDER CHECKPOINT_FOLDER [--clinic clinic.json], or npm run adapter -- --remove CHECKPOINT_FOLDER';

/** What the model card is made of; the rest is read where it is used. */
const Report = v.looseObject({
  version: v.literal(1),
  trained: v.looseObject({ outcomes: v.array(v.unknown()) }),
  base: v.looseObject({ outcomes: v.array(v.unknown()) }),
});

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      clinic: { type: 'string' },
      remove: { type: 'boolean', default: false },
    },
  });
  const [first, second] = positionals;
  if (values.remove) {
    if (first === undefined) throw wrongUsage('Name the checkpoint.');
    const { name } = await removeAdapter(
      await readFolder(first),
      new FolderSink(first),
    );
    console.log(`${first}: ${name} without an adapter`);
    return;
  }
  if (first === undefined || second === undefined) {
    throw wrongUsage('Two folders are needed.');
  }
  const report =
    values.clinic === undefined ? undefined : await readReport(values.clinic);
  await install(first, second, report);
});

async function install(
  adapterFolder: string,
  folder: string,
  report: ClinicReport | undefined,
): Promise<void> {
  let why = '';
  const manifest = await installAdapter({
    files: await readFolder(folder),
    adapter: await readFolder(adapterFolder),
    sink: new FolderSink(folder),
    judge(card) {
      const examined = report && examinationOf(report, card);
      const seeing = judgeSeeing(readTraining(card), examined?.trained);
      ({ why } = seeing);
      const modelCard = adapterModelCard({ card, examined });
      return { understandsImages: seeing.understandsImages, modelCard };
    },
  });
  const [adapter] = manifest.adapters;
  const bytes = manifest.files[adapter?.file ?? '']?.bytes ?? 0;
  console.log(
    [
      `${folder}: ${manifest.name} with adapter "${adapter?.name}", ${(bytes / 1e6).toFixed(1)} MB, ${adapter?.sha256}`,
      `understandsImages: ${manifest.understandsImages}. ${why}`,
    ].join('\n'),
  );
}

async function readReport(path: string): Promise<ClinicReport> {
  const blob = await openAsBlob(path).catch((cause: unknown) => {
    const sentence = `There is no file "${path}". ${USAGE}`;
    throw new AssistantError('bad-input', sentence, { what: 'option' }, { cause });
  });
  const json = await readJson(path, blob);
  if (v.is(Report, json)) return json as unknown as ClinicReport;
  throw new AssistantError(
    'bad-data',
    `${path} is no report of npm run bench:clinic. Name its clinic.json.`,
    { path },
  );
}

/** @throws AssistantError 'bad-input' when another adapter was examined */
function examinationOf(report: ClinicReport, card: AdapterCard): ClinicReport {
  const examined = report.trained.loaded.adapter?.weights.sha256;
  if (examined === card.weights.sha256) return report;
  throw new AssistantError(
    'bad-input',
    `The report is about the adapter ${examined ?? 'of none'}, not about ${card.weights.sha256}. Run npm run bench:clinic with this adapter.`,
    { what: 'option' },
  );
}

function wrongUsage(what: string): AssistantError<'bad-input'> {
  return new AssistantError('bad-input', `${what} ${USAGE}`, { what: 'option' });
}
