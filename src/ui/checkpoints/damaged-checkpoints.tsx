/** @file Checkpoints whose manifest cannot be read: shown with what can be done, never removed unasked. */
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { ErrorText } from '../status/error-text.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './checkpoints.module.css';

export function DamagedCheckpoints() {
  const strings = useStrings();
  const { models } = strings;
  const { repairCheckpoint, removeCheckpoint } = useActions();
  const damaged = useSelected((state) => state.checkpoints.damaged);
  const isBusy = useSelected((state) => state.checkpoints.job.kind === 'running');
  if (damaged.length === 0) return null;
  return (
    <ul className={css.rows} aria-label={models.damaged}>
      {damaged.map(({ id, name, canFetchAgain, problem }) => (
        <li key={id} className={css.row}>
          <div className={css.what}>
            <p className={css.name}>
              {name}
              <span className={css.wrong}>{models.damaged}</span>
            </p>
            <div className={css.soft}>
              <ErrorText error={problem.record} />
            </div>
          </div>
          <div className={css.actions}>
            {canFetchAgain && (
              <Button
                aria-label={models.repairNamed(name)}
                disabled={isBusy}
                onClick={() => void repairCheckpoint(id)}
              >
                {models.repair}
              </Button>
            )}
            <Button
              look="quiet"
              aria-label={strings.removeNamed(name)}
              disabled={isBusy}
              onClick={() => void removeCheckpoint(id)}
            >
              {strings.remove}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
