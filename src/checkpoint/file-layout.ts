/**
 * @file Where each tensor of a converted checkpoint lies.
 *
 * Units are packed into files in order; a file ends before it would grow beyond
 * the limit, and a unit is never split. Every part of a tensor begins at a
 * multiple of 256 bytes, which suits any device that maps the file.
 */
import { alignUp } from '../base/bytes.ts';
import { must } from '../base/assert.ts';
import { rowBytes } from './dequantize.ts';
import type { ByteRange, StoredTensor, WeightGroup } from './manifest.ts';
import type { PlannedTensor, Unit } from './storage-plan.ts';
import { rowLength } from './tensor-source.ts';

const ALIGNMENT = 256;

/** One weight file: which tensors lie in it, in order, and where. */
export interface FileLayout {
  readonly group: WeightGroup;
  readonly tensors: readonly {
    readonly planned: PlannedTensor;
    readonly stored: StoredTensor;
  }[];
  readonly bytes: number;
}

/** Packs the units of a plan into files of at most `maxFileBytes` where that is possible. */
export function layOutFiles(
  plan: readonly Unit[],
  maxFileBytes: number,
): readonly FileLayout[] {
  const files: FileLayout[] = [];
  for (const units of packUnits(plan, maxFileBytes)) {
    const first = must(units[0], 'a file holds at least one unit');
    const number = files.filter((file) => file.group.kind === first.kind).length;
    files.push(layOutFile(groupOf(first, units.length, number), units));
  }
  return files;
}

function packUnits(plan: readonly Unit[], maxFileBytes: number): Unit[][] {
  const packed: Unit[][] = [];
  let size = 0;
  for (const unit of plan) {
    const bytes = unit.tensors.reduce((sum, tensor) => sum + paddedBytes(tensor), 0);
    const last = packed.at(-1);
    if (last?.[0]?.kind === unit.kind && size + bytes <= maxFileBytes) {
      last.push(unit);
      size += bytes;
    } else {
      packed.push([unit]);
      size = bytes;
    }
  }
  return packed;
}

function groupOf(first: Unit, count: number, number: number): WeightGroup {
  const { kind, index } = first;
  if (kind === 'embedding' || kind === 'head') return { kind, file: `${kind}.bin` };
  const file = `${kind}-${String(number).padStart(2, '0')}.bin`;
  return { kind, file, from: index, to: index + count };
}

function layOutFile(group: WeightGroup, units: readonly Unit[]): FileLayout {
  let end = 0;
  const place = (bytes: number): ByteRange => {
    const offset = alignUp(end, ALIGNMENT);
    end = offset + bytes;
    return { offset, bytes };
  };
  const tensors = units.flatMap((unit) =>
    unit.tensors.map((planned) => {
      const size = partBytes(planned);
      const { type, shape } = planned;
      const data = place(size.data);
      const scales = size.scales > 0 ? { scales: place(size.scales) } : {};
      const zeroPoints =
        size.zeroPoints > 0 ? { zeroPoints: place(size.zeroPoints) } : {};
      const stored: StoredTensor = {
        type,
        shape,
        file: group.file,
        data,
        ...scales,
        ...zeroPoints,
      };
      return { planned, stored };
    }),
  );
  return { group, tensors, bytes: end };
}

function partBytes(tensor: PlannedTensor): {
  data: number;
  scales: number;
  zeroPoints: number;
} {
  const rows = must(tensor.shape[0], 'a planned tensor has a shape');
  const row = rowBytes(tensor.type, rowLength(tensor.shape));
  return {
    data: rows * row.data,
    scales: rows * row.scales,
    zeroPoints: rows * row.zeroPoints,
  };
}

function paddedBytes(tensor: PlannedTensor): number {
  const size = partBytes(tensor);
  return (
    alignUp(size.data, ALIGNMENT) +
    alignUp(size.scales, ALIGNMENT) +
    alignUp(size.zeroPoints, ALIGNMENT)
  );
}
