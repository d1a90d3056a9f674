/**
 * @file `npm run bench:clinic [-- --cases N] [--adapter DIR] [--seed N] …`: examines the
 * trained checkpoint, and the untrained base beside it, by consultations with patients
 * that no training has seen, in the engine as people use it.
 *
 *   clinic.json            every number with its interval, seeds, hashes, machine
 *   clinic.md              the same as tables
 *   consultations.jsonl    every word that was said, as it came
 */
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../base/assert.ts';
import { GIVEN_ADAPTER } from '../measure/clinic-requests.ts';
import type { ClinicCase } from '../mediscope/case.ts';
import { consult, type Consultation } from '../mediscope/evaluation/consult.ts';
import type { ControlOutcome } from '../mediscope/evaluation/control-outcome.ts';
import {
  swappedImages,
  type ImageControl,
} from '../mediscope/evaluation/image-controls.ts';
import { outcomeOf, type Outcome } from '../mediscope/evaluation/outcome.ts';
import { referenceDialogue } from '../mediscope/reference-dialogue.ts';
import { sampleCase } from '../mediscope/sample-case.ts';
import {
  readClinicBenchOptions,
  type ClinicBenchOptions,
} from './bench-clinic-options.ts';
import { proveHeldOut } from './clinic-held-out.ts';
import { askFreely } from './clinic-outside.ts';
import { numbersOf } from './clinic-numbers.ts';
import { printClinicReport } from './clinic-report.ts';
import type { ClinicReport, ModelReport } from './clinic-report-data.ts';
import { runCommand } from './command.ts';
import { Examination, type ExaminationRoom } from './examination.ts';
import { openLab } from './lab.ts';
import { describeMachine } from './machine.ts';

const CONTROLS = ['blank', 'swapped'] as const satisfies readonly ImageControl[];
const LOG = 'consultations.jsonl';

await runCommand(async () => {
  const options = readClinicBenchOptions();
  const folder = await mkdtemp(join(tmpdir(), 'pulsemind-clinic-'));
  const files = new Map<string, string>();
  if (options.adapter !== undefined) {
    files.set(GIVEN_ADAPTER.card, join(options.adapter, 'adapter.json'));
    files.set(GIVEN_ADAPTER.file, join(options.adapter, 'adapter.safetensors'));
  }
  const module = '/src/measure/clinic-page.ts';
  const lab = await openLab({ module, files, onReport: () => {} });
  try {
    await examine({ lab, files, folder }, options);
  } finally {
    await lab.close();
    await rm(folder, { recursive: true });
  }
});

async function examine(
  room: ExaminationRoom,
  options: ClinicBenchOptions,
): Promise<void> {
  const { seed, language, device, out } = options;
  await mkdir(out, { recursive: true });
  await writeFile(join(out, LOG), '');
  const cases = Array.from({ length: options.cases }, (_, index) =>
    sampleCase({ split: 'test', seed, index, language }),
  );
  const heldOut = await proveHeldOut(cases, options);
  console.error(
    `${heldOut.trained} trained and ${cases.length} test patients share ${heldOut.overlaps.length} things`,
  );
  const reference = await Promise.all(cases.map(examineReference));
  const adapter = options.adapter === undefined ? 'own' : 'given';
  const trained = await Examination.begin(room, device, adapter);
  const answered = await examineModel('trained', trained, cases, {
    out,
    hasControls: true,
  });
  const trainedOutside = await askFreely(trained, room, options);
  const base = await Examination.begin(room, device, 'none');
  const some = cases.slice(0, options.baseCases);
  const unanswered = await examineModel('base', base, some, {
    out,
    hasControls: false,
  });
  const baseOutside = await askFreely(base, room, options);
  await writeReport(out, {
    version: 1,
    machine: await describeRoom(room),
    options,
    heldOut,
    reference,
    trained: { ...answered, outside: trainedOutside },
    base: { ...unanswered, outside: baseOutside },
  });
}

/** What the doctor of the reference dialogues reaches with the same patients: the ceiling. */
async function examineReference(clinicCase: ClinicCase): Promise<Outcome> {
  const lines = referenceDialogue(clinicCase)
    .turns.filter(({ role }) => role === 'doctor')
    .map(({ text }) => text);
  const nothing = async (): Promise<string> => '';
  return outcomeOf(clinicCase, await consult(clinicCase, nothing, lines));
}

async function examineModel(
  name: string,
  doctor: Examination,
  cases: readonly ClinicCase[],
  { out, hasControls }: { readonly out: string; readonly hasControls: boolean },
): Promise<Omit<ModelReport, 'outside'>> {
  const outcomes: Outcome[] = [];
  const controls: ControlOutcome[] = [];
  const startMs = performance.now();
  const keep = (control: ImageControl | 'own', held: Consultation, outcome: Outcome) =>
    appendFile(
      join(out, LOG),
      `${JSON.stringify({ model: name, control, outcome, turns: held.turns, asks: held.asks })}\n`,
    );
  for (const clinicCase of cases) {
    const held = await doctor.consult(clinicCase);
    const outcome = outcomeOf(clinicCase, held);
    outcomes.push(outcome);
    await keep('own', held, outcome);
    if (hasControls && clinicCase.isImageDependent) {
      for (const control of CONTROLS) {
        const again = await doctor.consultAgain(clinicCase, held, control);
        const other = again === undefined ? outcome : outcomeOf(clinicCase, again);
        const shown =
          control === 'swapped' ? swappedImages(clinicCase)?.condition : undefined;
        controls.push({ control, outcome: other, shown });
        if (again !== undefined) await keep(control, again, other);
      }
    }
    const seconds = (performance.now() - startMs) / 1000;
    console.error(
      `${name} ${outcomes.length}/${cases.length}: ${outcome.condition}, said ${outcome.named[0] ?? 'nothing'} in ${outcome.doctorTurns} turns, ${(seconds / outcomes.length).toFixed(1)} s a case`,
    );
  }
  const wallSeconds = (performance.now() - startMs) / 1000;
  const { loaded, costs } = doctor;
  return { loaded, outcomes, controls, costs: { ...costs }, wallSeconds };
}

async function describeRoom({
  lab,
}: ExaminationRoom): Promise<ClinicReport['machine']> {
  const browser = must(lab.page.context().browser(), 'a page belongs to a browser');
  const described = (await lab.run({ kind: 'describe' })) as {
    readonly gpu: string | undefined;
  };
  return describeMachine(browser.version(), { gpu: described.gpu, wllama: 'not used' });
}

async function writeReport(folder: string, report: ClinicReport): Promise<void> {
  const text = printClinicReport(report);
  console.log(text);
  const json = JSON.stringify({ ...report, numbers: numbersOf(report) }, undefined, 1);
  await writeFile(join(folder, 'clinic.json'), `${json}\n`);
  await writeFile(join(folder, 'clinic.md'), `${text}\n`);
}
