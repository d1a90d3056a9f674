/** @file One of the doctor's own templates in their list: use, edit, move, delete. */
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type OwnTemplate, placesOf } from '../../clinic/own-template.ts';
import { useActions } from '../app-context.ts';
import { Button, IconButton } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { useOpenPanel } from './open-panel.ts';
import css from './own-templates.module.css';

interface TemplateRowProps {
  readonly template: OwnTemplate;
  readonly at: number;
  readonly count: number;
  onEdit(): void;
}

export function TemplateRow({ template, at, count, onEdit }: TemplateRowProps) {
  const strings = useStrings().room;
  const { changeTemplates } = useActions();
  const openPanel = useOpenPanel();
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, text } = template;
  const title = withoutBidiControls(template.title);
  const places = placesOf(text);
  const move = (by: number) =>
    void changeTemplates((all) => moved(all, template.id, by));
  return (
    <li className={css.row}>
      <div className={css.what}>
        <p className={css.name}>
          <bdi>{title}</bdi>
        </p>
        <p className={css.text}>{text}</p>
        {places.length > 0 && (
          <p className={css.soft}>{strings.places(places.join(', '))}</p>
        )}
      </div>
      <div className={css.actions}>
        <Button
          aria-label={strings.takeTemplate(title)}
          onClick={() => openPanel({ kind: 'template', id })}
        >
          {strings.use}
        </Button>
        <IconButton
          label={strings.templateUp(title)}
          disabled={at === 0}
          onClick={() => move(-1)}
        >
          <ArrowUp size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={strings.templateDown(title)}
          disabled={at === count - 1}
          onClick={() => move(1)}
        >
          <ArrowDown size={16} aria-hidden />
        </IconButton>
        <IconButton label={strings.editTemplate(title)} onClick={onEdit}>
          <Pencil size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={strings.deleteTemplate(title)}
          onClick={() => setIsDeleting(true)}
        >
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
      <DeleteDialog
        template={template}
        isOpen={isDeleting}
        onClose={() => setIsDeleting(false)}
      />
    </li>
  );
}

interface DeleteDialogProps {
  readonly template: OwnTemplate;
  readonly isOpen: boolean;
  onClose(): void;
}

function DeleteDialog({ template, isOpen, onClose }: DeleteDialogProps) {
  const strings = useStrings();
  const { changeTemplates } = useActions();
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.room.deleteTemplate(template.title)}
      description={strings.room.deleteTemplateWhy}
    >
      <ModalButtons>
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            void changeTemplates((all) => all.filter(({ id }) => id !== template.id));
          }}
        >
          {strings.delete}
        </Button>
      </ModalButtons>
    </Modal>
  );
}

/** The list with one of it a place further up or down. */
function moved(
  all: readonly OwnTemplate[],
  id: string,
  by: number,
): readonly OwnTemplate[] {
  const at = all.findIndex((template) => template.id === id);
  const template = all[at];
  if (template === undefined) return all;
  return all.toSpliced(at, 1).toSpliced(Math.max(0, at + by), 0, template);
}
