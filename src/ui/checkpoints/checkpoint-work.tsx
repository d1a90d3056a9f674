/**
 * @file The work on checkpoints: what runs, what stopped halfway. Its buttons take
 * each other's place, so the focus goes along.
 */
import { useEffect, useRef } from 'react';
import { useSelected } from '../app-context.ts';
import { CheckpointJobStatus } from './checkpoint-job-status.tsx';
import css from './checkpoints.module.css';
import { UnfinishedCheckpoints } from './unfinished-checkpoints.tsx';

export function CheckpointWork() {
  const section = useRef<HTMLDivElement>(null);
  const kind = useSelected((state) => state.checkpoints.job.kind);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    const next = kind === 'running' ? '[data-pauses]' : '[data-goes-on]';
    const button = section.current?.querySelector<HTMLElement>(next);
    (button ?? section.current)?.focus();
  }, [kind]);
  return (
    <div
      ref={section}
      className={css.work}
      tabIndex={-1}
      onFocus={() => (hadFocus.current = true)}
      onBlur={({ relatedTarget }) => {
        // what vanishes loses the focus to nothing
        if (relatedTarget !== null) hadFocus.current = false;
      }}
    >
      <CheckpointJobStatus />
      <UnfinishedCheckpoints />
    </div>
  );
}
