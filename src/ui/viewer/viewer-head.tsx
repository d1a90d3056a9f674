/** @file What is looked at, which of how many it is, and the ways to the others and out. */
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import { Named } from '../controls/named.tsx';
import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { Attachment } from '../../clinic/conversation.ts';
import { IconButton, join } from '../controls/button.tsx';
import buttonCss from '../controls/button.module.css';
import { useStrings } from '../strings/use-strings.ts';
import type { ViewerCommand } from './viewer-keys.ts';
import css from './viewer.module.css';

interface ViewerHeadProps {
  readonly attachment: Attachment;
  readonly at: number;
  readonly count: number;
  run(command: ViewerCommand): void;
}

export function ViewerHead({ attachment, at, count, run }: ViewerHeadProps) {
  const { close, viewer: strings } = useStrings();
  const { widthPx, heightPx, caption, derivedFrom } = attachment;
  const name = withoutBidiControls(attachment.name);
  return (
    <header className={css.head}>
      <div className={css.titles}>
        <Dialog.Title className={css.title} title={name}>
          <Named name={name} />
        </Dialog.Title>
        <p className={css.facts}>
          <span>{strings.pixels(widthPx, heightPx)}</span>
          {derivedFrom !== undefined && <span>{strings.cutOut}</span>}
          {caption !== undefined && (
            <span className={css.caption}>
              <Named name={caption} />
            </span>
          )}
        </p>
      </div>
      {count > 1 && (
        <div className={css.places}>
          <IconButton
            label={strings.previous}
            title={`${strings.previous} (PgUp)`}
            aria-keyshortcuts="PageUp"
            aria-disabled={at === 0}
            onClick={() => run('previous')}
          >
            <ChevronLeft size={20} aria-hidden />
          </IconButton>
          <p role="status" aria-label={strings.place(at + 1, count, name)}>
            {at + 1} / {count}
          </p>
          <IconButton
            label={strings.next}
            title={`${strings.next} (PgDn)`}
            aria-keyshortcuts="PageDown"
            aria-disabled={at === count - 1}
            onClick={() => run('next')}
          >
            <ChevronRight size={20} aria-hidden />
          </IconButton>
        </div>
      )}
      <Dialog.Close
        aria-label={close}
        title={`${close} (Esc)`}
        className={join(buttonCss.button, buttonCss.icon, buttonCss.quiet)}
      >
        <X size={20} aria-hidden />
      </Dialog.Close>
    </header>
  );
}
