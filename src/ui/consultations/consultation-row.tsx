/** @file One consultation of the list: open it, describe it, erase it. */
import { Menu } from '@base-ui/react/menu';
import {
  Archive,
  Ellipsis,
  FileOutput,
  FlaskConical,
  Pencil,
  Pin,
  PinOff,
  Trash2,
  UserX,
} from 'lucide-react';
import { useState } from 'react';
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import type { ConversationSummary } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { ExportDialog } from '../backup/export-section.tsx';
import { join } from '../controls/button.tsx';
import menu from '../controls/menu.module.css';
import { useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';
import {
  DeleteDialog,
  DetailsDialog,
  ErasePatientDialog,
} from './consultation-dialogs.tsx';
import type { Selection } from './use-selection.ts';

interface ConsultationRowProps {
  readonly summary: ConversationSummary;
  readonly isCurrent: boolean;
  /** While several are being chosen. */
  readonly selection?: Selection;
  onChosen?(): void;
}

export function ConsultationRow({
  summary,
  isCurrent,
  selection,
  onChosen,
}: ConsultationRowProps) {
  const strings = useStrings();
  const { openConsultation, shelve } = useActions();
  const [dialog, setDialog] = useState<RowDialog>();
  const [isUsed, setIsUsed] = useState(false); // most rows never need a dialog
  const isAnswering = useSelected(
    ({ answer }) => answer.kind === 'running' && answer.conversationId === summary.id,
  );
  const title = withoutBidiControls(summary.title || strings.untitled);
  return (
    <li className={join(css.row, isCurrent && css.current)}>
      {selection !== undefined && (
        <SelectBox id={summary.id} title={title} selection={selection} />
      )}
      <button
        type="button"
        className={css.open}
        aria-current={isCurrent ? 'page' : undefined}
        title={title}
        onClick={() => {
          void openConsultation(summary.id);
          onChosen?.();
        }}
      >
        {isAnswering && <span className={css.answering} aria-hidden />}
        {summary.syntheticPatient !== undefined && (
          <FlaskConical
            size={15}
            aria-label={strings.demonstration.patient}
            className={css.synthetic}
          />
        )}
        <bdi className={css.title}>{title}</bdi>
      </button>
      <RowMenu
        title={title}
        shelf={summary.shelf}
        onShelve={(shelf) => void shelve([summary.id], shelf)}
        hasPatient={summary.patientId !== undefined}
        onChoose={(chosen) => {
          setIsUsed(true);
          setDialog(chosen);
        }}
      />
      {isUsed && (
        <RowDialogs
          dialog={dialog}
          title={title}
          summary={summary}
          onClose={() => setDialog(undefined)}
        />
      )}
    </li>
  );
}

interface SelectBoxProps {
  readonly id: string;
  readonly title: string;
  readonly selection: Selection;
}

function SelectBox({ id, title, selection }: SelectBoxProps) {
  const strings = useStrings().case;
  return (
    <input
      type="checkbox"
      className={css.box}
      aria-label={strings.selectOne(title)}
      checked={selection.ids.has(id)}
      onChange={({ nativeEvent }) => {
        const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
        selection.toggle(id, isRange);
      }}
    />
  );
}

type RowDialog = 'details' | 'export' | 'delete' | 'erase-patient';

interface RowDialogsProps {
  /** The one that is open. */
  readonly dialog: RowDialog | undefined;
  readonly title: string;
  readonly summary: ConversationSummary;
  onClose(): void;
}

function RowDialogs({ dialog, title, summary, onClose }: RowDialogsProps) {
  return (
    <>
      <DetailsDialog
        isOpen={dialog === 'details'}
        summary={summary}
        onClose={onClose}
      />
      <ExportDialog
        isOpen={dialog === 'export'}
        title={title}
        conversationIds={[summary.id]}
        onClose={onClose}
      />
      <ErasePatientDialog
        isOpen={dialog === 'erase-patient'}
        summary={summary}
        onClose={onClose}
      />
      <DeleteDialog isOpen={dialog === 'delete'} summary={summary} onClose={onClose} />
    </>
  );
}

interface RowMenuProps {
  readonly title: string;
  readonly shelf: ConversationSummary['shelf'];
  readonly hasPatient: boolean;
  onShelve(shelf: ConversationSummary['shelf']): void;
  onChoose(dialog: RowDialog): void;
}

function RowMenu({ title, shelf, hasPatient, onShelve, onChoose }: RowMenuProps) {
  const strings = useStrings();
  const [isPinned, isArchived] = [shelf === 'pinned', shelf === 'archived'];
  return (
    <Menu.Root>
      <Menu.Trigger
        className={css.more}
        aria-label={strings.consultationActions(title)}
      >
        <Ellipsis size={17} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} align="end" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            <Menu.Item className={menu.item} onClick={() => onChoose('details')}>
              <Pencil size={15} aria-hidden /> {strings.describe}
            </Menu.Item>
            <Menu.Item
              className={menu.item}
              onClick={() => onShelve(isPinned ? undefined : 'pinned')}
            >
              {isPinned ? (
                <PinOff size={15} aria-hidden />
              ) : (
                <Pin size={15} aria-hidden />
              )}{' '}
              {isPinned ? strings.case.unpin : strings.case.pin}
            </Menu.Item>
            <Menu.Item
              className={menu.item}
              onClick={() => onShelve(isArchived ? undefined : 'archived')}
            >
              <Archive size={15} aria-hidden />{' '}
              {isArchived ? strings.case.unarchive : strings.case.archive}
            </Menu.Item>
            <Menu.Item className={menu.item} onClick={() => onChoose('export')}>
              <FileOutput size={15} aria-hidden /> {strings.backup.export}
            </Menu.Item>
            <Menu.Item
              className={join(menu.item, menu.danger)}
              onClick={() => onChoose('delete')}
            >
              <Trash2 size={15} aria-hidden /> {strings.delete}
            </Menu.Item>
            {hasPatient && (
              <Menu.Item
                className={join(menu.item, menu.danger)}
                onClick={() => onChoose('erase-patient')}
              >
                <UserX size={15} aria-hidden /> {strings.erasePatient}
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
