/** @file The model and what it runs on, in one chip; its details behind it. */
import { Popover } from '@base-ui/react/popover';
import type { AppState } from '../../app/state.ts';
import { useSelected } from '../app-context.ts';
import { useOpenCheckpoints } from '../checkpoints/open-checkpoints.ts';
import { Button } from '../controls/button.tsx';
import menu from '../controls/menu.module.css';
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
  const engine = useSelected((state) => state.engine);
  const rate = useSelected((state) =>
    state.answer.kind === 'running' ? state.answer.tokensPerSecond : 0,
  );
  const detail =
    rate > 0
      ? strings.tokensPerSecond(formatRate(rate, language))
      : chipDetail(engine, strings);
  const name = checkpointName(engine) ?? strings.noModel;
  return (
    <Popover.Root>
      <Popover.Trigger
        className={css.chip}
        aria-label={`${strings.modelStatus}${strings.colon}${name}, ${detail}`}
      >
        <span className={css.dot} data-kind={engine.kind} aria-hidden />
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

type Engine = AppState['engine'];

function checkpointName(engine: Engine): string | undefined {
  return engine.kind === 'empty' ? undefined : engine.checkpoint?.name;
}

function chipDetail(engine: Engine, strings: Strings): string {
  switch (engine.kind) {
    case 'empty':
      return strings.waiting;
    case 'loading':
      return engine.totalBytes > 0 && engine.phase === 'weights'
        ? `${Math.round((100 * engine.loadedBytes) / engine.totalBytes)} %`
        : strings.loading;
    case 'ready':
      return engine.device.runtime === 'wasm' ? strings.cpuSlower : 'WebGPU';
    case 'failed':
      return strings.failed;
  }
}

function Details() {
  const strings = useStrings();
  const engine = useSelected((state) => state.engine);
  const openCheckpoints = useOpenCheckpoints();
  return (
    <>
      <Popover.Title className={css.popupTitle}>
        {checkpointName(engine) ?? strings.noModel}
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
      {engine.kind === 'failed' && <p className={css.why}>{engine.problem.message}</p>}
      <Popover.Close
        render={<Button onClick={openCheckpoints}>{strings.manageCheckpoints}</Button>}
      />
    </>
  );
}
