/** @file The doctor's own templates: a list in their order, and a form for one. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { OwnTemplate } from '../../clinic/own-template.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { type DialogProps, Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './own-templates.module.css';
import { TemplateFiles } from './template-files.tsx';
import { TemplateForm } from './template-form.tsx';
import { TemplateRow } from './template-row.tsx';

export function TemplatesDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().room;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.ownTemplates}
      description={strings.ownTemplatesWhy}
      shape="wide"
    >
      <Contents />
    </Modal>
  );
}

function Contents() {
  const strings = useStrings().room;
  const { changeTemplates } = useActions();
  const templates = useSelected((state) => state.templates);
  const [edited, setEdited] = useState<OwnTemplate>();
  if (edited !== undefined) {
    const keep = (template: OwnTemplate) => {
      setEdited(undefined);
      void changeTemplates((all) => withTemplate(all, template));
    };
    return (
      <TemplateForm
        key={edited.id}
        template={edited}
        onKeep={keep}
        onCancel={() => setEdited(undefined)}
      />
    );
  }
  return (
    <>
      {templates.length === 0 ? (
        <p className={css.soft}>{strings.noTemplates}</p>
      ) : (
        <ol className={css.rows} aria-label={strings.ownTemplates}>
          {templates.map((template, at) => (
            <TemplateRow
              key={template.id}
              template={template}
              at={at}
              count={templates.length}
              onEdit={() => setEdited(template)}
            />
          ))}
        </ol>
      )}
      <div className={css.buttons}>
        <Button
          look="primary"
          onClick={() => setEdited({ id: crypto.randomUUID(), title: '', text: '' })}
        >
          <Plus size={17} aria-hidden /> {strings.newTemplate}
        </Button>
        <TemplateFiles templates={templates} />
      </div>
    </>
  );
}

function withTemplate(
  all: readonly OwnTemplate[],
  template: OwnTemplate,
): readonly OwnTemplate[] {
  const isKnown = all.some(({ id }) => id === template.id);
  if (!isKnown) return [...all, template];
  return all.map((one) => (one.id === template.id ? template : one));
}
