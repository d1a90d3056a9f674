/** @file What a person says of a consultation, and making sure before it is erased. */
import { type FocusEvent, type FormEvent, useId } from 'react';
import { patientById } from '../../app/patient-by-id.ts';
import type { ConversationSummary } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons, SaveButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly summary: ConversationSummary;
  onClose(): void;
}

export function DetailsDialog({ isOpen, summary, onClose }: DialogProps) {
  const { consultationDetails } = useStrings();
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={consultationDetails}>
      <DetailsForm summary={summary} onClose={onClose} />
    </Modal>
  );
}

/** A component of its own, so that the names of all patients are listed only where they are shown. */
function DetailsForm({ summary, onClose }: Omit<DialogProps, 'isOpen'>) {
  const strings = useStrings();
  const { describeConsultation } = useActions();
  const patients = useSelected((state) => state.patients);
  const patient = patientById(patients, summary.patientId);
  const patientsId = useId();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    void describeConsultation(summary.id, {
      title: field('title'),
      patientName: field('patient'),
      tags: field('tags').split(/[,，、]/),
    });
    onClose();
  };
  return (
    <form onSubmit={save} className={css.form}>
      <Field label={strings.title} name="title" value={summary.title} isFirst />
      <Field
        label={strings.patient}
        hint={strings.patientHint}
        name="patient"
        value={patient?.name ?? ''}
        list={patientsId}
      />
      <datalist id={patientsId}>
        {patients.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Field
        label={strings.tags}
        hint={strings.tagsHint}
        name="tags"
        value={summary.tags.join(', ')}
      />
      <SaveButtons onCancel={onClose} />
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly name: string;
  readonly value: string;
  readonly list?: string;
  /** Has the focus when the dialog opens, with its words chosen. */
  readonly isFirst?: boolean;
}

function Field({ label, hint, name, value, list, isFirst }: FieldProps) {
  const hintId = useId();
  return (
    <div className={css.labelled}>
      <label htmlFor={`${hintId}-field`}>{label}</label>
      <input
        id={`${hintId}-field`}
        name={name}
        className={css.field}
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
        {...(list !== undefined && { list })}
        {...(hint !== undefined && { 'aria-describedby': hintId })}
        {...(isFirst === true && {
          onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select(),
        })}
      />
      {hint !== undefined && (
        <span id={hintId} className={css.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}

export function ErasePatientDialog({ isOpen, summary, onClose }: DialogProps) {
  const strings = useStrings();
  const { erasePatient } = useActions();
  const patient = useSelected((state) =>
    patientById(state.patients, summary.patientId),
  );
  if (patient === undefined) return null;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.erasePatientTitle(patient.name)}
      description={strings.erasePatientWhy(patient.name)}
    >
      <ModalButtons>
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button
          look="danger"
          onClick={() => {
            void erasePatient(patient.id);
            onClose();
          }}
        >
          {strings.erase}
        </Button>
      </ModalButtons>
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
