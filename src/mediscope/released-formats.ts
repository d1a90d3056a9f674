/**
 * @file Records in the formats in which PulseMind's benchmark data were released.
 *
 * MedDiagnose: turns that begin 患者： or 医生：, attachments between two equal tags.
 * The published file separates turns by a blank line; the benchmark's script reads a
 * CSV with the columns Id and Response and one turn a line. CMtMedQA: a JSON list
 * with the dialogue so far as pairs and the last exchange by itself.
 *
 * @see AQ-MedAI/PulseMind, Benchmark/Eval/test-MedDiagnose.py and test-CMtMedQA.py
 */
import type { MediScopeRecord } from './record.ts';
import type { DialogueTurn } from './reference-dialogue.ts';

const SPEAKERS = { patient: '患者', doctor: '医生' } as const;
const TAG = '<attachment>';

export interface MedDiagnoseRow {
  readonly Id: string;
  readonly diagnose: string;
  readonly images: readonly string[];
}

/** The whole dialogue, turns separated by a blank line. */
export function toMedDiagnose(record: MediScopeRecord): MedDiagnoseRow {
  const lines = record.turns.map((turn) => spoken(record, turn));
  return {
    Id: record.id,
    diagnose: lines.join('\n\n'),
    images: record.images.map(({ path }) => path),
  };
}

/** The CSV that the benchmark's script reads; one turn a line within a quoted cell. */
export function medDiagnoseCsv(records: readonly MediScopeRecord[]): string {
  const rows = records.map((record) => {
    const response = record.turns.map((turn) => spoken(record, turn)).join('\n');
    return `${quoted(record.id)},${quoted(response)}`;
  });
  return ['Id,Response', ...rows, ''].join('\n');
}

function spoken(record: MediScopeRecord, { role, text, images }: DialogueTurn): string {
  const names = images.flatMap((index) => {
    const image = record.images[index];
    return image === undefined ? [] : [image.path.slice('images/'.length)];
  });
  const attached = names.length > 0 ? `${TAG}${names.join(',')}${TAG}` : '';
  return `${SPEAKERS[role]}：${text}${attached}`;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

export interface CMtMedQaItem {
  readonly id: string;
  readonly cate1: string;
  readonly cate2: string;
  readonly instruction: string;
  readonly input: string;
  readonly output: string;
  /** [patient, doctor] of each exchange before the last. */
  readonly history: readonly (readonly [string, string])[];
}

export function toCMtMedQa(record: MediScopeRecord): CMtMedQaItem {
  const pairs: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < record.turns.length; i += 2) {
    pairs.push([record.turns[i]?.text ?? '', record.turns[i + 1]?.text ?? '']);
  }
  const [instruction, output] = pairs.at(-1) ?? ['', ''];
  return {
    id: record.id,
    cate1: record.department.name,
    cate2: record.subspecialty,
    instruction,
    input: '',
    output,
    history: pairs.slice(0, -1),
  };
}
