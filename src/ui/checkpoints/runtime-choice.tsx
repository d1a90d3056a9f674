/** @file What the model shall run on, for those who want to say. */
import type { Settings } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';

export function RuntimeChoice() {
  const strings = useStrings();
  const { changeSettings, retryLoad } = useActions();
  const runtime = useSelected((state) => state.settings.runtime);
  const isBusy = useSelected(
    ({ engine, answer }) => engine.kind === 'loading' || answer.kind === 'running',
  );
  const choices: readonly (readonly [Settings['runtime'], string])[] = [
    ['auto', strings.runtimeAuto],
    ['webgpu', strings.runtimeWebgpu],
    ['wasm', strings.runtimeWasm],
  ];
  return (
    <details className={css.section}>
      <summary>{strings.advanced}</summary>
      <fieldset className={css.choices}>
        <legend>{strings.runtimeChoice}</legend>
        {choices.map(([value, name]) => (
          <label key={value} className={css.choice}>
            <input
              type="radio"
              name="runtime"
              value={value}
              checked={runtime === value}
              onChange={() => void changeSettings({ runtime: value })}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <Button disabled={isBusy} onClick={() => void retryLoad()}>
        {strings.reload}
      </Button>
    </details>
  );
}
