/** @file What the model is given, in numbers, and what was lost on the way. */
import { TriangleAlert } from 'lucide-react';
import { useSelected } from '../app-context.ts';
import { ErrorText } from '../status/error-text.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { lossOf, LOSS_TO_WARN_OF } from './loss.ts';
import type { ShownSight } from './use-sight.ts';
import css from './viewer.module.css';

export function SightBar({ sight }: { readonly sight: ShownSight }) {
  return (
    <div role="status" className={css.status}>
      {sight.kind !== 'off' && (
        <div className={css.bar}>
          <div className={css.says}>
            <SightText sight={sight} />
          </div>
        </div>
      )}
    </div>
  );
}

export function SightText({ sight }: { readonly sight: ShownSight }) {
  const strings = useStrings().viewer;
  const model = useSelected(({ engine }) =>
    engine.kind === 'ready' ? engine.checkpoint.name : '',
  );
  switch (sight.kind) {
    case 'off':
      return null;
    case 'no-engine':
      return <p>{strings.noModel}</p>;
    case 'reading':
      return <p>{strings.preparing}</p>;
    case 'failed':
      return <ErrorText error={sight.problem.record} />;
    case 'seen': {
      const loss = lossOf(sight.image);
      return (
        <>
          <p>{strings.seen(model, sight.image)}</p>
          {loss > LOSS_TO_WARN_OF && (
            <p className={css.warning}>
              <TriangleAlert size={16} aria-hidden />
              <span>{strings.lost(loss.toFixed(1))}</span>
            </p>
          )}
        </>
      );
    }
  }
}
