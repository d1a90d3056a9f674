/** @file What this device can run models with, in a sentence and a few numbers. */
import { useEffect, useState } from 'react';
import type { DeviceRoom } from '../../app/actions.ts';
import type { Language, Settings } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import type { Strings } from '../strings/en.ts';
import { formatBytes, formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';

const WASM_HEAP_BYTES = 2 ** 32;
/** On so few the smallest checkpoints still answer, only slowly. */
const FEW_THREADS = 4;

export function DeviceSection() {
  const all = useStrings();
  const strings = all.models;
  const language = useLanguage();
  const { readDevice } = useActions();
  const runtime = useSelected((state) => state.settings.runtime);
  const [device, setDevice] = useState<DeviceRoom>();
  useEffect(() => void readDevice().then(setDevice), [readDevice]);
  if (device === undefined) return null;
  const isOnCpu = runtime === 'wasm' || device.gpu?.isSoftware !== false;
  return (
    <section className={css.device} aria-label={strings.device}>
      <h3>{strings.device}</h3>
      <p>
        {sentence(device, runtime, strings)}
        {isOnCpu && device.threads <= FEW_THREADS && ` ${strings.fewThreads}`}
      </p>
      <dl className={css.deviceFacts}>
        {facts(device, all, language).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function sentence(
  { gpu }: DeviceRoom,
  runtime: Settings['runtime'],
  strings: Strings['models'],
): string {
  if (runtime === 'wasm') return strings.cpuChosen;
  if (gpu === undefined) return strings.noGpu;
  const { description, isSoftware } = gpu;
  return isSoftware ? strings.softwareGpu(description) : strings.onGpu(description);
}

function facts(
  device: DeviceRoom,
  { models: strings }: Pick<Strings, 'models'>,
  language: Language,
): readonly (readonly [string, string])[] {
  const { gpu, threads, memoryBytes, quotaBytes, usedBytes } = device;
  const size = (bytes: number) => formatBytes(bytes, language);
  return [
    [
      strings.cpu,
      `${strings.threads(formatCount(threads, language))} · ${strings.cpuHolds(size(WASM_HEAP_BYTES))}`,
    ],
    [
      strings.memory,
      memoryBytes === undefined
        ? strings.unknown
        : strings.memoryAtLeast(size(memoryBytes)),
    ],
    [
      strings.gpu,
      gpu === undefined
        ? strings.noGpuShort
        : `${gpu.description} · ${strings.gpuPieces(size(gpu.maxBindingBytes))}`,
    ],
    [
      strings.disk,
      quotaBytes === undefined || usedBytes === undefined
        ? strings.unknown
        : strings.diskUsed(size(usedBytes), size(quotaBytes)),
    ],
  ];
}
