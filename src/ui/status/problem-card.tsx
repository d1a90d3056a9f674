/** @file A problem with its way out. */
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../app/problem.ts';
import type { Strings } from '../strings/en.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './status.module.css';

interface ProblemCardProps {
  readonly problem: Problem;
  /** Buttons. */
  readonly children?: ReactNode;
}

export function ProblemCard({ problem, children }: ProblemCardProps) {
  const strings = useStrings();
  const { title, advice } = sayProblem(problem, strings);
  return (
    <div className={css.problem} role="alert">
      <CircleAlert size={19} aria-hidden />
      <div className={css.problemText}>
        <p className={css.problemTitle}>{title}</p>
        {advice !== '' && <p>{advice}</p>}
        <p lang="en">{problem.message}</p>
        {children && <div className={css.buttons}>{children}</div>}
      </div>
    </div>
  );
}

function sayProblem(
  { kind, wayOut }: Problem,
  strings: Strings,
): { title: string; advice: string } {
  return wayOut === 'free-disk-space'
    ? { title: strings.diskFull, advice: strings.diskFullAdvice }
    : { title: strings.errorTitle[kind], advice: strings.errorAdvice[kind] };
}
