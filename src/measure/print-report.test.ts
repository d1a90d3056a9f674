import { describe, expect, it } from 'vitest';
import type { BenchReport, Finding } from './findings.ts';
import { markdownTable, number, text } from './markdown-table.ts';
import { printReport } from './print-report.ts';
import { spreadOf } from './statistics.ts';

const MACHINE = {
  cpu: 'a processor',
  cores: 2,
  memoryBytes: 8 * 2 ** 30,
  system: 'Linux 6',
  chromium: '156',
  gpu: undefined,
  onnxruntime: '1.30.0',
  wllama: 'b1',
  commit: 'abc',
  date: '2026-11-22T00:00:00.000Z',
};

const reportOf = (...findings: Finding[]): BenchReport => ({
  version: 1,
  machine: MACHINE,
  isQuick: false,
  findings,
});

describe('tables', () => {
  it('align words left and numbers right, and escape bars', () => {
    const table = markdownTable(
      [text('what'), number('ms')],
      [
        ['a|b', '1.5'],
        ['long word', '12.0'],
      ],
    );
    expect(table).toBe(
      [
        '| what      |   ms |',
        '| --------- | ---: |',
        '| a\\|b      |  1.5 |',
        '| long word | 12.0 |',
      ].join('\n'),
    );
  });
});

describe('a printed report', () => {
  it('names the machine, and only what was measured', () => {
    const printed = printReport(reportOf());
    expect(printed).toContain('a processor, 2 cores, 8 GiB, Linux 6.');
    expect(printed).toContain('WebGPU: none');
    expect(printed).not.toContain('###');
  });

  it('gives tokens a second from the median time, with the range of the times', () => {
    const firstTokenMs = spreadOf([400, 500, 1000]);
    const printed = printReport(
      reportOf({ kind: 'prefill', device: 'wasm', promptTokens: 64, firstTokenMs }),
    );
    expect(printed).toContain('| wasm   |            64 |    128.0 |');
    expect(printed).toContain('500 (400–1000)');
  });

  it('says what memory a load took over the empty page, and a dash where nobody knows', () => {
    const load = {
      kind: 'big-load',
      device: 'webgpu',
      checkpoint: '3B',
      checkpointBytes: 2e9,
      sessions: 5,
      engineMs: 9000,
      steps: [],
      rejected: [],
      rendererBaseBytes: 150e6,
      rendererPeakBytes: 450e6,
      jsHeapPeakBytes: undefined,
    } as const;
    expect(printReport(reportOf(load))).toMatch(/\| +150 \| +450 \| +300 \|$/m);
    const unknown = { ...load, rendererPeakBytes: undefined };
    expect(printReport(reportOf(unknown))).toMatch(/\| +150 \| +– \| +– \|$/m);
  });

  it('lists what was not measured', () => {
    const note = {
      kind: 'note',
      text: 'peers: the wheel could not be fetched',
    } as const;
    expect(printReport(reportOf(note))).toContain(
      '### Not measured\n\n- peers: the wheel could not be fetched',
    );
  });
});
