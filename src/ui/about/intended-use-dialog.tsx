/** @file What this program is for and what it is not, to be read and accepted. */
import { useRef } from 'react';
import {
  hasAcceptedUse,
  hasStatementChanged,
  INTENDED_USE_VERSION,
} from '../../app/intended-use.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { type DialogProps, Modal, ModalButtons } from '../controls/modal.tsx';
import { formatCount, formatTime } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './about.module.css';

export function IntendedUseDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().about;
  const firstTitle = useRef<HTMLHeadingElement>(null);
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.title}
      shape="wide"
      firstFocus={firstTitle} // to be read first: Enter accepts nothing
    >
      <div className={css.statement}>
        <Changed />
        {strings.sections.map(({ title, lines }, index) => (
          <section key={title}>
            <h3 ref={index === 0 ? firstTitle : undefined} tabIndex={-1}>
              {title}
            </h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Acceptance onClose={onClose} />
    </Modal>
  );
}

function Changed() {
  const strings = useStrings().about;
  const hasChanged = useSelected(hasStatementChanged);
  return hasChanged ? <p className={css.changed}>{strings.changed}</p> : null;
}

/** When it was accepted, or the buttons to do so. */
function Acceptance({ onClose }: Pick<DialogProps, 'onClose'>) {
  const strings = useStrings();
  const language = useLanguage();
  const { acceptUse } = useActions();
  const isAccepted = useSelected(hasAcceptedUse);
  const accepted = useSelected(({ settings }) => settings.acceptedUse);
  const mayAccept = useSelected(
    ({ start, writer }) => start.kind === 'started' && writer === 'writing',
  );
  const version = formatCount(INTENDED_USE_VERSION, language);
  const isToAccept = !isAccepted && mayAccept;
  return (
    <>
      <p className={css.version}>
        {isAccepted && accepted !== undefined
          ? strings.about.accepted(version, formatTime(accepted.timeMs, language))
          : strings.about.version(version)}
      </p>
      <ModalButtons>
        <Button onClick={onClose}>
          {isToAccept ? strings.about.later : strings.close}
        </Button>
        {isToAccept && (
          <Button look="primary" onClick={() => void acceptUse().then(onClose)}>
            {strings.about.accept}
          </Button>
        )}
      </ModalButtons>
    </>
  );
}
