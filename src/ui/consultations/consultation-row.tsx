/** @file One consultation of the list: open it, rename it, delete it. */
import { Menu } from '@base-ui/react/menu';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ConversationSummary } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { join } from '../controls/button.tsx';
import menu from '../controls/menu.module.css';
import { useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';
import { DeleteDialog, RenameDialog } from './consultation-dialogs.tsx';

interface ConsultationRowProps {
  readonly summary: ConversationSummary;
  readonly isCurrent: boolean;
  onChosen?(): void;
}

export function ConsultationRow({
  summary,
  isCurrent,
  onChosen,
}: ConsultationRowProps) {
  const strings = useStrings();
  const { openConsultation } = useActions();
  const [dialog, setDialog] = useState<'rename' | 'delete'>();
  const isAnswering = useSelected(
    ({ answer }) => answer.kind === 'running' && answer.conversationId === summary.id,
  );
  const title = summary.title || strings.untitled;
  return (
    <li className={join(css.row, isCurrent && css.current)}>
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
        <span className={css.title}>{title}</span>
      </button>
      <RowMenu title={title} onChoose={setDialog} />
      <RenameDialog
        isOpen={dialog === 'rename'}
        summary={summary}
        onClose={() => setDialog(undefined)}
      />
      <DeleteDialog
        isOpen={dialog === 'delete'}
        summary={summary}
        onClose={() => setDialog(undefined)}
      />
    </li>
  );
}

interface RowMenuProps {
  readonly title: string;
  onChoose(dialog: 'rename' | 'delete'): void;
}

function RowMenu({ title, onChoose }: RowMenuProps) {
  const strings = useStrings();
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
            <Menu.Item className={menu.item} onClick={() => onChoose('rename')}>
              <Pencil size={15} aria-hidden /> {strings.rename}
            </Menu.Item>
            <Menu.Item
              className={join(menu.item, menu.danger)}
              onClick={() => onChoose('delete')}
            >
              <Trash2 size={15} aria-hidden /> {strings.delete}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
