/** @file That a consultation is about no real person: above its turns, and, with the patient's answers, above the composer. */
import { FlaskConical, MessageCircleReply, X } from 'lucide-react';
import { useState } from 'react';
import { canHearPatient } from '../../app/demonstrations.ts';
import { currentSyntheticPatient } from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { Button, IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './demonstration.module.css';
import { TruthDialog } from './truth-dialog.tsx';

/** The first line of the conversation, on paper too. */
export function SyntheticNote() {
  const strings = useStrings().demonstration;
  const isSynthetic = useSelected(
    (state) => currentSyntheticPatient(state) !== undefined,
  );
  if (!isSynthetic) return null;
  return (
    <p className={css.note}>
      <FlaskConical size={15} aria-hidden />
      <span>
        <b>{strings.patient}</b> · {strings.patientWhy}
      </span>
    </p>
  );
}

/** What can be done with the patient. */
export function PatientBar() {
  const strings = useStrings().demonstration;
  const { hearPatient, leaveDemonstration } = useActions();
  const [isRevealed, setIsRevealed] = useState(false);
  const isSynthetic = useSelected(
    (state) => currentSyntheticPatient(state) !== undefined,
  );
  const isBegun = useSelected(({ current }) => current.kind === 'open');
  const mayHear = useSelected(canHearPatient);
  if (!isSynthetic) return null;
  return (
    <section className={css.bar} aria-label={strings.patient}>
      <span className={css.name}>
        <FlaskConical size={15} aria-hidden />{' '}
        <span className={isBegun ? css.spare : undefined}>{strings.patient}</span>
      </span>
      {(isBegun || mayHear) && (
        <Button
          disabled={!mayHear}
          onClick={() => void hearPatient().then(focusComposer)}
        >
          <MessageCircleReply size={16} aria-hidden /> {strings.hear}
        </Button>
      )}
      {isBegun ? (
        <Button look="quiet" onClick={() => setIsRevealed(true)}>
          {strings.reveal}
        </Button>
      ) : (
        <IconButton
          label={strings.leave}
          onClick={() => {
            leaveDemonstration();
            focusComposer();
          }}
        >
          <X size={16} aria-hidden />
        </IconButton>
      )}
      <TruthDialog isOpen={isRevealed} onClose={() => setIsRevealed(false)} />
    </section>
  );
}
