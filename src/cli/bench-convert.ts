/** @file How fast a checkpoint is converted, and with how much memory: the command itself, on random weights. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { AssistantError } from '../base/errors.ts';
import { writeRandomFolder } from '../measure/random-folder.ts';
import type { Bench } from './bench-context.ts';
import { FolderSink } from './folder-sink.ts';
import { runProgram } from './program.ts';

const CONVERT_MS = 600_000;
const PRINTED = /(\d+) MB read in ([\d.]+) s, .* peak memory (\d+) MiB/;

export async function measureConversion({
  options,
  folder: home,
  keep,
}: Bench): Promise<void> {
  const folder = await mkdtemp(join(home, 'convert-'));
  try {
    const [source, target] = [join(folder, 'source'), join(folder, 'converted')];
    const size = { layers: options.isQuick ? 1 : 4, visionBlocks: 1, vocabSize: 8192 };
    await writeRandomFolder(new FolderSink(source), size);
    const args = ['src/cli/run.mjs', 'convert', source, target, '--bits', '4'];
    const { status, output } = await runProgram('node', args, {
      timeoutMs: CONVERT_MS,
    });
    const [, megabytes, seconds, mebibytes] = PRINTED.exec(output) ?? [];
    if (status !== 0 || megabytes === undefined) {
      throw new AssistantError('bad-data', `The conversion failed.\n${output}`, {
        path: folder,
      });
    }
    keep({
      kind: 'convert',
      bits: 'int4',
      sourceBytes: Number(megabytes) * 1e6,
      seconds: Number(seconds),
      workers: availableParallelism(),
      peakBytes: Number(mebibytes) * 2 ** 20,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
