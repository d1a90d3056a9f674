/** @file A dialog over the page: title, what it is about, content, and a way to close it. */
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button, join } from './button.tsx';
import buttonCss from './button.module.css';
import css from './modal.module.css';

/** What opens and closes a dialog. */
export interface DialogProps {
  readonly isOpen: boolean;
  onClose(): void;
}

interface ModalProps extends DialogProps {
  readonly title: string;
  readonly description?: string;
  /** `page` takes all the room there is; `drawer` slides in from the left, for the list on a phone. */
  readonly shape?: 'small' | 'wide' | 'page' | 'drawer' | 'drawer-right';
  /** Has the focus first; without it the first that can have it. */
  readonly firstFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

export function Modal({
  isOpen,
  onClose,
  title,
  description,
  shape = 'small',
  firstFocus,
  children,
}: ModalProps) {
  const strings = useStrings();
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup
          className={join(css.popup, css[shape])}
          {...(firstFocus !== undefined && { initialFocus: firstFocus })}
        >
          <div className={css.head}>
            <Dialog.Title className={css.title}>
              {withoutBidiControls(title)}
            </Dialog.Title>
            <Dialog.Close
              aria-label={strings.close}
              className={join(buttonCss.button, buttonCss.icon, buttonCss.quiet)}
            >
              <X size={18} aria-hidden />
            </Dialog.Close>
          </div>
          {description !== undefined && (
            <Dialog.Description className={css.description}>
              {withoutBidiControls(description)}
            </Dialog.Description>
          )}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The row of buttons at the end of a dialog. */
export function ModalButtons({ children }: { readonly children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>;
}

/** The end of a form: leaving it as it was, or saving. */
export function SaveButtons({ onCancel }: { onCancel(): void }) {
  const strings = useStrings();
  return (
    <ModalButtons>
      <Button onClick={onCancel}>{strings.cancel}</Button>
      <Button look="primary" type="submit">
        {strings.save}
      </Button>
    </ModalButtons>
  );
}
