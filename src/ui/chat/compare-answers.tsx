/** @file Two answers to one turn side by side, and which is better on each axis. */
import { Scale } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { AXES, type Axis, type Better } from '../../clinic/comparison.ts';
import type { Message } from '../../clinic/conversation.ts';
import { siblingsOf } from '../../clinic/message-tree.ts';
import { useActions, useSelected, useSelectedList } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { Modal, SaveButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { Markdown } from './markdown.tsx';
import css from './compare-answers.module.css';

const CHOICES: readonly Better[] = ['first', 'tie', 'second'];

/** Nothing where an answer has no finished sibling to compare it with. */
export function CompareButton({ message }: { readonly message: Message }) {
  const strings = useStrings().judgement;
  const isWriter = useSelected(({ writer }) => writer === 'writing');
  const [isOpen, setIsOpen] = useState(false);
  const answers = useSelectedList(({ current }) =>
    current.kind === 'open'
      ? siblingsOf(current.conversation.messages, message).filter(
          ({ state, text }) => state !== 'growing' && text !== '',
        )
      : [],
  );
  const other = answers.findLast(({ id }) => id !== message.id);
  if (other === undefined || !isWriter) return null;
  const [first, second] =
    answers.indexOf(other) < answers.findIndex(({ id }) => id === message.id)
      ? [other, message]
      : [message, other];
  return (
    <>
      <IconButton label={strings.compare} onClick={() => setIsOpen(true)}>
        <Scale size={16} aria-hidden />
      </IconButton>
      <CompareDialog
        first={first}
        second={second}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}

interface CompareDialogProps {
  readonly first: Message;
  readonly second: Message;
  readonly isOpen: boolean;
  onClose(): void;
}

function CompareDialog({ first, second, isOpen, onClose }: CompareDialogProps) {
  const all = useStrings();
  const strings = all.judgement;
  const { compareAnswers } = useActions();
  const before = useSelected(({ comparisons }) =>
    comparisons.findLast(
      ({ firstId, secondId }) => firstId === first.id && secondId === second.id,
    ),
  );
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void compareAnswers(first.id, second.id, {
      proactiveness: chosen(form, 'proactiveness'),
      accuracy: chosen(form, 'accuracy'),
      usefulness: chosen(form, 'usefulness'),
      languageQuality: chosen(form, 'languageQuality'),
    });
    onClose();
  };
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.compare}
      description={strings.compareWhy}
      shape="wide"
    >
      <form onSubmit={save} className={css.form}>
        <div className={css.answers}>
          {[first, second].map((answer, at) => (
            <section key={answer.id} aria-label={strings.answer(at + 1)} tabIndex={0}>
              <h3>{strings.answer(at + 1)}</h3>
              <Markdown text={answer.text} isGrowing={false} />
            </section>
          ))}
        </div>
        {AXES.map((axis) => (
          <AxisChoice key={axis} axis={axis} before={before?.better[axis]} />
        ))}
        <SaveButtons onCancel={onClose} />
      </form>
    </Modal>
  );
}

interface AxisChoiceProps {
  readonly axis: Axis;
  /** What was chosen last time. */
  readonly before: Better | undefined;
}

function AxisChoice({ axis, before }: AxisChoiceProps) {
  const strings = useStrings().judgement;
  return (
    <fieldset className={css.axis}>
      <legend>{strings.axes[axis]}</legend>
      {CHOICES.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={axis}
            value={choice}
            required
            defaultChecked={before === choice}
          />
          {strings.better[choice]}
        </label>
      ))}
    </fieldset>
  );
}

/** The form asks for each; a browser that let one out counts as a tie. */
function chosen(form: FormData, axis: Axis): Better {
  const value = form.get(axis);
  return CHOICES.find((choice) => choice === value) ?? 'tie';
}
