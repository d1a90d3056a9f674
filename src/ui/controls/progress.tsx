/** @file A bar that says how far something is; without a share it only says that it goes on. */
import { join } from './button.tsx';
import css from './progress.module.css';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1; undefined while nobody knows. */
  readonly share: number | undefined;
}

export function Progress({ label, share }: ProgressProps) {
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={css.track}
    >
      <div
        className={join(css.bar, percent === undefined && css.unknown)}
        style={percent === undefined ? undefined : { scale: `${percent / 100} 1` }}
      />
    </div>
  );
}
