/** @file A problem with its way out. */
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../app/problem.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorText } from './error-text.tsx';
import css from './status.module.css';

interface ProblemCardProps {
  readonly problem: Problem;
  /** Buttons. */
  readonly children?: ReactNode;
}

export function ProblemCard({ problem, children }: ProblemCardProps) {
  const strings = useStrings();
  const title =
    problem.wayOut === 'free-disk-space'
      ? strings.diskFull
      : strings.errorTitle[problem.kind];
  return (
    <div className={css.problem} role="alert">
      <CircleAlert size={19} aria-hidden />
      <div className={css.problemText}>
        <p className={css.problemTitle}>{title}</p>
        <ErrorText error={problem.record} />
        {children && <div className={css.buttons}>{children}</div>}
      </div>
    </div>
  );
}
