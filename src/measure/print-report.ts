/** @file A report as Markdown: the machine, then a table per kind of finding. */
import type { BenchReport, Finding, Machine } from './findings.ts';
import { ofKind } from './findings.ts';
import { decodeGrowth } from './decode-growth.ts';
import { type Column, markdownTable, number, text } from './markdown-table.ts';
import type { Spread } from './statistics.ts';

export function printReport({ machine, isQuick, findings }: BenchReport): string {
  const quick = isQuick ? ['A quick run: few repetitions, numbers are rough.'] : [];
  const notes = ofKind(findings, 'note').map(({ text: note }) => `- ${note}`);
  return [
    printMachine(machine),
    ...quick,
    ...sections(findings),
    ...(notes.length > 0 ? [`### Not measured\n\n${notes.join('\n')}`] : []),
  ].join('\n\n');
}

function printMachine(machine: Machine): string {
  const memory = (machine.memoryBytes / 2 ** 30).toFixed(0);
  return [
    `${machine.cpu}, ${machine.cores} cores, ${memory} GiB, ${machine.system}.`,
    `Chromium ${machine.chromium}, WebGPU: ${machine.gpu ?? 'none'}.`,
    `onnxruntime-web ${machine.onnxruntime}, wllama ${machine.wllama}.`,
    `Commit ${machine.commit}, ${machine.date}.`,
  ].join('\n');
}

/** A heading and a table for each kind there are findings of. */
function sections(findings: readonly Finding[]): string[] {
  const tables: [title: string, table: string | undefined][] = [
    ['Loading Clinic-Mini', loadTable(findings)],
    ['Loading a large checkpoint', bigLoadTable(findings)],
    ['Encoding an image', imageTable(findings)],
    ['Prefill', prefillTable(findings)],
    ['Decoding', decodeTable(findings)],
    ['Decode time against length of context', growthTable(findings)],
    ['A conversation of five turns', turnTable(findings)],
    ['The same model elsewhere', peerTable(findings)],
    ['Ours over theirs, round by round', ratioTable(findings)],
    ['An adapter over Clinic-Mini', adapterTable(findings)],
    ['The reference implementation', referenceTable(findings)],
    ['Converting', convertTable(findings)],
    ['Records', recordsTable(findings)],
    ['A consultation of 500 turns and 200 images', soakTable(findings)],
  ];
  return tables.flatMap(([title, table]) =>
    table ? [`### ${title}\n\n${table}`] : [],
  );
}

function tableOf<T>(
  findings: readonly T[],
  columns: readonly Column[],
  row: (finding: T) => readonly string[],
): string | undefined {
  if (findings.length === 0) return undefined;
  return markdownTable(columns, findings.map(row));
}

function loadTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    text('start'),
    number('install s'),
    number('engine s'),
    number('JS heap peak MB'),
    number('renderer base MB'),
    number('peak MB'),
  ];
  return tableOf(ofKind(findings, 'load'), columns, (it) => [
    it.device,
    it.start,
    it.start === 'cold' ? seconds(it.installMs.median) : '–',
    seconds(it.engineMs.median),
    megabytes(it.jsHeapPeakBytes),
    megabytes(it.rendererBaseBytes),
    megabytes(it.rendererPeakBytes),
  ]);
}

function bigLoadTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('checkpoint'),
    text('device'),
    number('weights MB'),
    number('sessions'),
    number('engine s'),
    number('JS heap peak MB'),
    number('renderer base MB'),
    number('peak MB'),
    number('over base MB'),
  ];
  return tableOf(ofKind(findings, 'big-load'), columns, (it) => [
    it.checkpoint,
    it.device,
    megabytes(it.checkpointBytes),
    String(it.sessions),
    seconds(it.engineMs),
    megabytes(it.jsHeapPeakBytes),
    megabytes(it.rendererBaseBytes),
    megabytes(it.rendererPeakBytes),
    it.rendererPeakBytes === undefined || it.rendererBaseBytes === undefined
      ? '–'
      : megabytes(it.rendererPeakBytes - it.rendererBaseBytes),
  ]);
}

function imageTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    number('pixels'),
    number('patches'),
    number('tokens'),
    number('ms'),
  ];
  return tableOf(ofKind(findings, 'image'), columns, (it) => [
    it.device,
    `${it.edgePx}×${it.edgePx}`,
    String(it.patches),
    String(it.tokens),
    withRange(it.encodeMs, 0),
  ]);
}

function prefillTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    number('prompt tokens'),
    number('tokens/s'),
    number('ms to the first token'),
  ];
  return tableOf(ofKind(findings, 'prefill'), columns, (it) => [
    it.device,
    String(it.promptTokens),
    ((it.promptTokens / it.firstTokenMs.median) * 1000).toFixed(1),
    withRange(it.firstTokenMs, 0),
  ]);
}

function decodeTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    number('position'),
    number('tokens/s'),
    number('ms a token'),
    number('of it attention ms'),
    number('bytes read back a token'),
    number('keys and values read MB'),
  ];
  return tableOf(ofKind(findings, 'decode'), columns, (it) => [
    it.device,
    it.position.toLocaleString('en'),
    (1000 / it.msPerToken.median).toFixed(1),
    withRange(it.msPerToken, 1),
    it.attentionMs.median.toFixed(1),
    it.readBackBytesPerToken.toFixed(0),
    megabytes(it.kvBytes),
  ]);
}

function growthTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    number('positions'),
    number('ms a token'),
    number('attention alone ms'),
    number('reading at GB/s'),
    number('ratio beside attention'),
    number('ratio beside reading'),
  ];
  return tableOf(decodeGrowth(findings), columns, ({ device, short, long, ...it }) => [
    device,
    `${short.position.toLocaleString('en')} to ${long.position.toLocaleString('en')}`,
    `${short.msPerToken.median.toFixed(1)} to ${long.msPerToken.median.toFixed(1)}`,
    `${short.attentionMs.median.toFixed(1)} to ${long.attentionMs.median.toFixed(1)}`,
    (it.bytesPerSecond / 1e9).toFixed(1),
    it.ratioBesideAttention.toFixed(2),
    it.ratioBesideReading.toFixed(2),
  ]);
}

function turnTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    number('turn'),
    number('prompt tokens'),
    number('reused'),
    number('prefilled'),
    number('new'),
    number('ms to the first token'),
    number('decode tokens/s'),
  ];
  return tableOf(ofKind(findings, 'turn'), columns, (it) => [
    it.device,
    String(it.turn),
    String(it.promptTokens),
    String(it.reusedTokens),
    String(it.prefilledTokens),
    String(it.newTokens),
    it.firstTokenMs.toFixed(0),
    it.decodeTokensPerSecond.toFixed(1),
  ]);
}

function peerTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    text('what'),
    number('prompt tokens'),
    number('prefill tokens/s'),
    number('decode tokens/s'),
  ];
  return tableOf(ofKind(findings, 'peer'), columns, (it) => [
    it.device,
    it.contestant,
    String(it.promptTokens),
    withRange(it.prefillTokensPerSecond, 1),
    withRange(it.decodeTokensPerSecond, 1),
  ]);
}

function adapterTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    text('adapter'),
    number('rank'),
    number('load s'),
    number('prompt tokens'),
    number('prefill tokens/s'),
    number('decode tokens/s'),
    number('decode over none'),
  ];
  return tableOf(ofKind(findings, 'adapter'), columns, (it) => [
    it.device,
    it.way,
    it.way === 'none' ? '–' : String(it.rank),
    seconds(it.loadMs),
    String(it.promptTokens),
    withRange(it.prefillTokensPerSecond, 1),
    withRange(it.decodeTokensPerSecond, 1),
    withRange(it.decodeRatio, 2),
  ]);
}

function ratioTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('device'),
    text('what'),
    text('against'),
    number('ratio'),
    number('wanted'),
  ];
  return tableOf(ofKind(findings, 'ratio'), columns, (it) => [
    it.device,
    it.what,
    it.against,
    withRange(it.ratio, 2),
    it.wanted === undefined ? '–' : it.wanted.toString(),
  ]);
}

function referenceTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('what'),
    number('prompt tokens'),
    number('prefill tokens/s'),
    number('decode tokens/s'),
  ];
  return tableOf(ofKind(findings, 'reference'), columns, (it) => [
    it.what,
    String(it.promptTokens),
    it.prefillTokensPerSecond.toFixed(1),
    it.decodeTokensPerSecond.toFixed(1),
  ]);
}

function convertTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('to'),
    number('source MB'),
    number('workers'),
    number('MB/s'),
    number('peak MB'),
  ];
  return tableOf(ofKind(findings, 'convert'), columns, (it) => [
    it.bits,
    megabytes(it.sourceBytes),
    String(it.workers),
    (it.sourceBytes / 1e6 / it.seconds).toFixed(0),
    megabytes(it.peakBytes),
  ]);
}

function recordsTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('what'),
    number('runs'),
    number('median ms'),
    number('99th percentile ms'),
    number('wanted ms'),
  ];
  return tableOf(ofKind(findings, 'records'), columns, (it) => [
    it.what,
    String(it.runs),
    it.medianMs.toFixed(1),
    it.runs === 1 ? '–' : it.p99Ms.toFixed(1),
    it.wantedMs === undefined ? '–' : `< ${it.wantedMs}`,
  ]);
}

function soakTable(findings: readonly Finding[]): string | undefined {
  const columns = [
    text('what'),
    number('runs'),
    number('median'),
    number('95th percentile'),
    text('unit'),
    number('wanted'),
  ];
  return tableOf(ofKind(findings, 'soak'), columns, (it) => [
    it.what,
    String(it.runs),
    it.medianValue.toFixed(1),
    it.runs === 1 ? '–' : it.p95.toFixed(1),
    it.unit,
    it.wanted === undefined ? '–' : `< ${it.wanted}`,
  ]);
}

/** "31.2 (30.8–33.0)"; a single run has no range. */
function withRange({ median, low, high, runs }: Spread, digits: number): string {
  const middle = median.toFixed(digits);
  if (runs === 1) return middle;
  return `${middle} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

const megabytes = (bytes: number | undefined) =>
  bytes === undefined ? '–' : (bytes / 1e6).toFixed(0);
