/** @file The parts of the bench, in the order they are done. */
import type { BenchDevice } from '../measure/bench-requests.ts';
import type { Bench } from './bench-context.ts';
import { measureConversion } from './bench-convert.ts';
import { measureBigLoad, measureLoads } from './bench-loads.ts';
import {
  adapterPlan,
  type BenchOptions,
  contestPlan,
  type Part,
  speedPlan,
} from './bench-options.ts';
import { measureRecords } from './bench-records.ts';
import { measureReference } from './bench-reference.ts';
import { measureSoak } from './bench-soak.ts';
import { writePeerFiles } from './peer-files.ts';

export interface Work {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<void>;
}

interface PartWork {
  /** Done when any of these is wanted. */
  readonly parts: readonly Part[];
  readonly run: (bench: Bench, device: BenchDevice) => Promise<void>;
}

/** Done once for each device. */
const PER_DEVICE: readonly PartWork[] = [
  { parts: ['load'], run: measureLoads },
  { parts: ['image', 'prefill', 'decode'], run: measureSpeeds },
  { parts: ['turns'], run: measureTurns },
  { parts: ['peers'], run: measurePeers },
  { parts: ['adapter'], run: measureAdapters },
];

/** Done once, on the last of the devices; the longest last. */
const ONCE: readonly PartWork[] = [
  { parts: ['records'], run: measureRecords },
  { parts: ['soak'], run: measureSoak },
  { parts: ['reference'], run: measureReference },
  { parts: ['convert'], run: measureConversion },
  { parts: ['memory-3b'], run: measureBigLoad },
];

export function listWork({ devices, parts }: BenchOptions): Work[] {
  const wanted = (work: PartWork) => work.parts.some((part) => parts.has(part));
  const on = (device: BenchDevice, { parts: names, run }: PartWork): Work => ({
    name: `${names.filter((name) => parts.has(name)).join(', ')} (${device.runtime})`,
    run: (bench) => run(bench, device),
  });
  return [
    ...devices.flatMap((device) =>
      PER_DEVICE.filter(wanted).map((work) => on(device, work)),
    ),
    ...devices
      .slice(-1)
      .flatMap((device) => ONCE.filter(wanted).map((work) => on(device, work))),
  ];
}

async function measureSpeeds(
  { lab, options }: Bench,
  device: BenchDevice,
): Promise<void> {
  const plan = speedPlan(options, device);
  await lab.withPage((page) => page.run({ kind: 'speed', device, plan }));
}

async function measureAdapters(
  { lab, options }: Bench,
  device: BenchDevice,
): Promise<void> {
  const plan = adapterPlan(options, device);
  await lab.withPage((page) => page.run({ kind: 'adapter', device, plan }));
}

async function measureTurns(
  { lab, options }: Bench,
  device: BenchDevice,
): Promise<void> {
  const maxNewTokens = options.isQuick || device.runtime === 'webgpu' ? 8 : 32;
  await lab.withPage((page) => page.run({ kind: 'turns', device, maxNewTokens }));
}

async function measurePeers(
  { lab, options, folder, files }: Bench,
  device: BenchDevice,
): Promise<void> {
  if (files.size === 0) {
    for (const file of await writePeerFiles(folder, options)) files.set(...file);
  }
  const plan = contestPlan(options, device, [...files.keys()]);
  await lab.withPage((page) => page.run({ kind: 'contest', device, plan }));
}
