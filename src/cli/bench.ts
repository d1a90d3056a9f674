/**
 * @file `npm run bench [-- --device wasm|webgpu|all] [--quick] [--only PART] [--threads N]
 * [--out FOLDER] [--gguf FILE | --wheel FILE]`: measures speed and memory in
 * Chromium, prints tables in Markdown, and writes them with the records as JSON.
 *
 * A part that fails is named in the report; the others go on.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '../base/assert.ts';
import type { BenchReport, Finding, Machine } from '../measure/findings.ts';
import { printReport } from '../measure/print-report.ts';
import type { Bench } from './bench-context.ts';
import { BenchLab } from './bench-lab.ts';
import { readBenchOptions } from './bench-options.ts';
import { listWork, type Work } from './bench-parts.ts';
import { runCommand } from './command.ts';
import { describeMachine } from './machine.ts';

await runCommand(async () => {
  const options = readBenchOptions();
  const folder = await mkdtemp(join(tmpdir(), 'pulsemind-bench-files-'));
  const files = new Map<string, string>();
  const findings: Finding[] = [];
  const keep = (finding: Finding) => {
    console.error(`  ${JSON.stringify(finding)}`);
    findings.push(finding);
  };
  const lab = await BenchLab.open({ files, onReport: keep });
  try {
    const { isQuick } = options;
    const machine = await readMachine(lab);
    const bench = { lab, options, folder, files, keep };
    for (const work of listWork(options)) await attempt(bench, work);
    await writeReport(options.out, { version: 1, machine, isQuick, findings });
  } finally {
    await lab.close();
    await rm(folder, { recursive: true });
  }
});

/** Runs a part; what goes wrong becomes a note. */
async function attempt(bench: Bench, { name, run }: Work): Promise<void> {
  const startMs = performance.now();
  console.error(`… ${name}`);
  try {
    await run(bench);
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    bench.keep({ kind: 'note', text: `${name}: ${reason}` });
    console.error(error);
  }
  console.error(`  ${((performance.now() - startMs) / 1000).toFixed(0)} s`);
}

async function readMachine(lab: BenchLab): Promise<Machine> {
  return lab.withPage(async (page) => {
    const answer = await page.run({ kind: 'describe' });
    assert(answer.kind === 'description', 'a page describes itself');
    return describeMachine(page.browserVersion, answer.description);
  });
}

async function writeReport(folder: string, report: BenchReport): Promise<void> {
  const text = printReport(report);
  console.log(text);
  await mkdir(folder, { recursive: true });
  const json = JSON.stringify(report, undefined, 1);
  await writeFile(join(folder, 'bench.json'), `${json}\n`);
  await writeFile(join(folder, 'bench.md'), `${text}\n`);
}
