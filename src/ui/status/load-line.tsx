/** @file Progress of something large: what, how many bytes, since when, how long yet. */
import { Progress } from '../controls/progress.tsx';
import { useNow } from '../controls/use-now.ts';
import { formatBytes, formatDuration } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './status.module.css';

interface LoadLineProps {
  readonly title: string;
  readonly note?: string;
  readonly loadedBytes: number;
  /** 0 while unknown. */
  readonly totalBytes: number;
  readonly startedMs: number;
  /** By who knows better than the time since the start tells. */
  readonly remainingMs?: number | undefined;
}

export function LoadLine({
  title,
  note,
  loadedBytes,
  totalBytes,
  startedMs,
  ...known
}: LoadLineProps) {
  const strings = useStrings();
  const language = useLanguage();
  const elapsedMs = Math.max(0, useNow(500) - startedMs);
  const share = totalBytes > 0 ? Math.min(1, loadedBytes / totalBytes) : undefined;
  const remainingMs =
    'remainingMs' in known ? known.remainingMs : remaining(elapsedMs, share);
  return (
    <div className={css.load} role="status" aria-live="off">
      <p className={css.loadTitle}>{title}</p>
      <p className={css.numbers}>
        {totalBytes > 0 && (
          <span>
            {strings.bytesOf(
              formatBytes(loadedBytes, language),
              formatBytes(totalBytes, language),
            )}
          </span>
        )}
        <span>{formatDuration(elapsedMs, language)}</span>
        {remainingMs !== undefined && (
          <span>{strings.remaining(formatDuration(remainingMs, language))}</span>
        )}
      </p>
      <Progress label={title} share={share} />
      {note !== undefined && <p className={css.loadNote}>{note}</p>}
    </div>
  );
}

/** Time left at the speed so far, once there is something to judge by. */
function remaining(elapsedMs: number, share: number | undefined): number | undefined {
  const isKnown = share !== undefined && share > 0.05 && share < 1 && elapsedMs > 3000;
  return isKnown ? (elapsedMs * (1 - share)) / share : undefined;
}
