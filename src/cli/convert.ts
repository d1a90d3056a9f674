/**
 * @file `npm run convert -- SOURCE DESTINATION [--bits 4|8|16|32|mixed] [--name NAME]
 * [--licence LICENCE] [--workers N]`: converts a checkpoint folder or GGUF file.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AssistantError } from '../base/errors.ts';
import { convertCheckpoint } from '../checkpoint/convert.ts';
import type { ConvertProgress } from '../checkpoint/convert-options.ts';
import { BITS, type Bits } from '../checkpoint/recipe.ts';
import { runCommand } from './command.ts';
import { EncodePool } from './encode-pool.ts';
import { FolderSink } from './folder-sink.ts';
import { readFolder } from './read-folder.ts';

const USAGE =
  'npm run convert -- SOURCE DESTINATION [--bits 4|8|16|32|mixed] [--name NAME] [--licence LICENCE] [--workers N]';

await runCommand(async () => {
  const { source, destination, bits, name, licence, workers } = readArguments();
  const files = await readFolder(source);
  const readBytes = [...files.entries()]
    .filter(([file]) => /\.(safetensors|gguf)$/.test(file))
    .reduce((sum, [, blob]) => sum + blob.size, 0);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(stopped()));
  const pool = new EncodePool(workers);
  const startMs = performance.now();
  try {
    await convertCheckpoint(files, new FolderSink(destination), {
      bits,
      name,
      folder: resolve(source),
      licence,
      signal: stop.signal,
      onProgress: showProgress,
      encodeRows: (type, columns, values) => pool.encodeRows(type, columns, values),
      concurrency: workers + 1,
    });
  } finally {
    process.stderr.write('\n');
    await pool.dispose();
  }
  const seconds = (performance.now() - startMs) / 1000;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${destination}: ${(readBytes / 1e6).toFixed(0)} MB read in ${seconds.toFixed(1)} s, ${(readBytes / 1e6 / seconds).toFixed(0)} MB/s, peak memory ${peakMb.toFixed(0)} MiB`,
  );
});

function readArguments(): {
  source: string;
  destination: string;
  bits: Bits;
  name: string | undefined;
  licence: string | undefined;
  workers: number;
} {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      bits: { type: 'string', default: 'mixed' },
      name: { type: 'string' },
      licence: { type: 'string' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const [source, destination] = positionals;
  if (source === undefined || destination === undefined) {
    throw wrongUsage('Two folders are needed.');
  }
  const bits = BITS.find((known) => known === values.bits);
  if (!bits) throw wrongUsage(`--bits ${values.bits} is none of ${BITS.join(', ')}.`);
  const workers = Number(values.workers);
  if (!Number.isInteger(workers) || workers < 1) {
    throw wrongUsage(`--workers ${values.workers} is no count.`);
  }
  return {
    source,
    destination,
    bits,
    name: values.name,
    licence: values.licence,
    workers,
  };
}

function wrongUsage(what: string): AssistantError<'bad-input'> {
  return new AssistantError('bad-input', `${what} Usage: ${USAGE}`, { what: 'option' });
}

function showProgress({ tensor, doneBytes, totalBytes }: ConvertProgress): void {
  const percent = ((doneBytes / totalBytes) * 100).toFixed(0).padStart(3);
  const line = `${percent} %  ${(doneBytes / 1e6).toFixed(0)} of ${(totalBytes / 1e6).toFixed(0)} MB  ${tensor}`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : '.');
}

function stopped(): AssistantError<'aborted'> {
  const sentence = 'Stopped. The destination is incomplete and has no manifest.';
  return new AssistantError('aborted', sentence, { by: 'person' });
}
