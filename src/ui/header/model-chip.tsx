/** @file The model and what it runs on, in one chip; its details behind it. */
import { Popover } from '@base-ui/react/popover';
import type { AppState } from '../../app/state.ts';
import { useSelected } from '../app-context.ts';
import { useOpenCheckpoints } from '../checkpoints/open-checkpoints.ts';
import { Button } from '../controls/button.tsx';
import menu from '../controls/menu.module.css';
import { ErrorText } from '../status/error-text.tsx';
import type { Strings } from '../strings/en.ts';
import { formatRate } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import {
  CheckpointFacts,
  DeviceFacts,
  RejectedConfigurations,
} from './device-facts.tsx';
import css from './header.module.css';

export function ModelChip() {
  const strings = useStrings();
  const language = useLanguage();
  const kind = useSelected((state) => state.engine.kind);
  const name = useSelected(checkpointName) ?? strings.noModel;
  const status = useSelected((state) => chipDetail(state, strings));
  const rate = useSelected(({ answer }) =>
    answer.kind === 'running' ? answer.tokensPerSecond : 0,
  );
  const detail =
    rate > 0 ? strings.tokensPerSecond(formatRate(rate, language)) : status;
  return (
    <Popover.Root>
      <Popover.Trigger
        className={css.chip}
        aria-label={`${strings.modelStatus}${strings.colon}${name}, ${detail}`}
      >
        <span className={css.dot} data-kind={kind} aria-hidden />
        <span className={css.name}>{name}</span>
        <span className={css.detail}>{detail}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={menu.positioner} align="end" sideOffset={8}>
          <Popover.Popup className={css.popup}>
            <Details />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Name of the checkpoint that is there or on its way. */
function checkpointName({
  engine,
  checkpoints: { job },
}: AppState): string | undefined {
  if (engine.kind !== 'empty') return engine.checkpoint?.name;
  return job.kind === 'running' ? job.name : undefined;
}

/** What the chip says beside the name: how far the loading is, or what the model runs on. */
function chipDetail(
  { engine, checkpoints: { job } }: AppState,
  strings: Strings,
): string {
  switch (engine.kind) {
    case 'empty':
      return job.kind === 'running' ? percent(job, strings) : strings.waiting;
    case 'loading':
      return engine.phase === 'weights' ? percent(engine, strings) : strings.loading;
    case 'ready':
      return engine.device.runtime === 'wasm' ? strings.cpuSlower : 'WebGPU';
    case 'failed':
      return strings.failed;
  }
}

function percent(
  { loadedBytes, totalBytes }: { loadedBytes: number; totalBytes: number },
  strings: Strings,
): string {
  if (totalBytes === 0) return strings.loading;
  return `${Math.round((100 * loadedBytes) / totalBytes)} %`;
}

function Details() {
  const strings = useStrings();
  const engine = useSelected((state) => state.engine);
  const name = useSelected(checkpointName);
  const openCheckpoints = useOpenCheckpoints();
  return (
    <>
      <Popover.Title className={css.popupTitle}>
        {name ?? strings.noModel}
      </Popover.Title>
      {engine.kind !== 'empty' && engine.checkpoint && (
        <CheckpointFacts checkpoint={engine.checkpoint} />
      )}
      {engine.kind === 'ready' && (
        <>
          {engine.device.runtime === 'wasm' && (
            <p className={css.why}>{strings.runsOnCpuWhy}</p>
          )}
          <DeviceFacts device={engine.device} />
          <RejectedConfigurations rejected={engine.device.rejected} />
        </>
      )}
      {engine.kind === 'failed' && (
        <div className={css.why}>
          <ErrorText error={engine.problem.record} />
        </div>
      )}
      <Popover.Close
        render={<Button onClick={openCheckpoints}>{strings.manageCheckpoints}</Button>}
      />
    </>
  );
}
