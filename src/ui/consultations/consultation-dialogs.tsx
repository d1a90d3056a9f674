/** @file Renaming a consultation, and making sure before it is deleted. */
import type { FormEvent } from 'react';
import type { ConversationSummary } from '../../app/state.ts';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly summary: ConversationSummary;
  onClose(): void;
}

export function RenameDialog({ isOpen, summary, onClose }: DialogProps) {
  const strings = useStrings();
  const { renameConsultation } = useActions();
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = new FormData(event.currentTarget).get('title');
    if (typeof title === 'string' && title.trim() !== '') {
      void renameConsultation(summary.id, title.trim());
    }
    onClose();
  };
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={strings.renameConsultation}>
      <form onSubmit={rename} className={css.form}>
        <input
          name="title"
          className={css.field}
          defaultValue={summary.title}
          aria-label={strings.title}
          maxLength={200}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
        />
        <ModalButtons>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button look="primary" type="submit">
            {strings.save}
          </Button>
        </ModalButtons>
      </form>
    </Modal>
  );
}

export function DeleteDialog({ isOpen, summary, onClose }: DialogProps) {
  const strings = useStrings();
  const { deleteConsultation } = useActions();
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.deleteConsultation}
      description={strings.deleteConsultationWhy(summary.title || strings.untitled)}
    >
      <ModalButtons>
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button
          look="danger"
          onClick={() => {
            void deleteConsultation(summary.id);
            onClose();
          }}
        >
          {strings.delete}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
