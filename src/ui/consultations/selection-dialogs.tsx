/** @file Tagging, exporting and erasing the consultations that are chosen. */
import { type FormEvent, useId } from 'react';
import { useActions } from '../app-context.ts';
import { ExportDialog } from '../backup/export-section.tsx';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons, SaveButtons } from '../controls/modal.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';

export type SelectionDialog = 'tag' | 'export' | 'erase';

interface SelectionDialogsProps {
  /** The one that is open. */
  readonly open: SelectionDialog | undefined;
  readonly ids: readonly string[];
  onClose(): void;
  /** What was chosen was dealt with. */
  onDone(): void;
}

export function SelectionDialogs({ open, ...dialog }: SelectionDialogsProps) {
  const strings = useStrings().case;
  const language = useLanguage();
  const { ids, onClose } = dialog;
  return (
    <>
      <TagDialog isOpen={open === 'tag'} {...dialog} />
      <ExportDialog
        isOpen={open === 'export'}
        title={strings.selected(formatCount(ids.length, language))}
        conversationIds={ids}
        onClose={onClose}
      />
      <EraseDialog isOpen={open === 'erase'} {...dialog} />
    </>
  );
}

interface ManyDialogProps extends Omit<SelectionDialogsProps, 'open'> {
  readonly isOpen: boolean;
}

function TagDialog({ isOpen, ids, onClose, onDone }: ManyDialogProps) {
  const all = useStrings();
  const language = useLanguage();
  const { tagConsultations } = useActions();
  const id = useId();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const tag = new FormData(event.currentTarget).get('tag');
    if (typeof tag === 'string') void tagConsultations(ids, tag);
    onClose();
    onDone();
  };
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={all.case.tagTitle(formatCount(ids.length, language))}
    >
      <form onSubmit={save} className={css.form}>
        <div className={css.labelled}>
          <label htmlFor={id}>{all.case.newTag}</label>
          <input
            id={id}
            name="tag"
            className={css.field}
            maxLength={60}
            required
            autoComplete="off"
          />
        </div>
        <SaveButtons onCancel={onClose} />
      </form>
    </Modal>
  );
}

function EraseDialog({ isOpen, ids, onClose, onDone }: ManyDialogProps) {
  const all = useStrings();
  const language = useLanguage();
  const { deleteConsultations } = useActions();
  const count = formatCount(ids.length, language);
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={all.case.eraseTitle(count)}
      description={all.case.eraseWhy(count)}
    >
      <ModalButtons>
        <Button onClick={onClose}>{all.cancel}</Button>
        <Button
          look="danger"
          onClick={() => {
            void deleteConsultations(ids);
            onClose();
            onDone();
          }}
        >
          {all.erase}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
