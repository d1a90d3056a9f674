/** @file What can be done with the consultations that are chosen. */
import { Archive, ArchiveRestore, Tag, Trash2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useActions } from '../app-context.ts';
import { Button, IconButton } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';
import type { Selection } from './use-selection.ts';

interface SelectionBarProps {
  readonly selection: Selection;
  /** Ids of the list. */
  readonly order: readonly string[];
  readonly isArchive: boolean;
}

type Open = 'tag' | 'erase' | undefined;

export function SelectionBar({ selection, order, isArchive }: SelectionBarProps) {
  const strings = useStrings().case;
  const language = useLanguage();
  const { shelve } = useActions();
  const [open, setOpen] = useState<Open>();
  const ids = [...selection.ids];
  const isNone = ids.length === 0;
  const isAll = !isNone && ids.length === order.length;
  const close = () => setOpen(undefined);
  const dialog = { ids, onClose: close, onDone: () => selection.set([]) };
  return (
    <div className={css.selection}>
      <label className={css.all}>
        <input
          type="checkbox"
          aria-label={strings.selectAll}
          checked={isAll}
          onChange={() => selection.set(isAll ? [] : order)}
        />
        <span role="status">{strings.selected(formatCount(ids.length, language))}</span>
      </label>
      <IconButton
        label={isArchive ? strings.unarchive : strings.archive}
        disabled={isNone}
        onClick={() => {
          void shelve(ids, isArchive ? undefined : 'archived');
          selection.set([]);
        }}
      >
        {isArchive ? (
          <ArchiveRestore size={16} aria-hidden />
        ) : (
          <Archive size={16} aria-hidden />
        )}
      </IconButton>
      <IconButton
        label={strings.tagThem}
        disabled={isNone}
        onClick={() => setOpen('tag')}
      >
        <Tag size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={strings.eraseThem}
        disabled={isNone}
        onClick={() => setOpen('erase')}
      >
        <Trash2 size={16} aria-hidden />
      </IconButton>
      <TagDialog isOpen={open === 'tag'} {...dialog} />
      <EraseDialog isOpen={open === 'erase'} {...dialog} />
    </div>
  );
}

interface ManyDialogProps {
  readonly isOpen: boolean;
  readonly ids: readonly string[];
  onClose(): void;
  onDone(): void;
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
        <ModalButtons>
          <Button onClick={onClose}>{all.cancel}</Button>
          <Button look="primary" type="submit">
            {all.save}
          </Button>
        </ModalButtons>
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
