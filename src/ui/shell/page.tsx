/** @file The page while it is open: the list at its side, the conversation in its middle, the dialogs over it. */
import { useMemo, useState, type MouseEvent } from 'react';
import { CaseHost } from '../case/case-host.tsx';
import { CHAT_ID } from '../chat/chat.tsx';
import { CheckpointsDialog } from '../checkpoints/checkpoints-dialog.tsx';
import { OpenCheckpointsContext } from '../checkpoints/open-checkpoints.ts';
import { Panels } from '../commands/panels.tsx';
import { ConsultationList } from '../consultations/consultation-list.tsx';
import { Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { ViewerHost } from '../viewer/viewer-host.tsx';
import { Middle } from './middle.tsx';
import css from './shell.module.css';

const ICON = `${import.meta.env.BASE_URL}icons/icon.svg`;

/** Moves the focus, not the address: that says which consultation is open. */
function skipToChat(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById(CHAT_ID)?.focus();
}

export function Page() {
  const strings = useStrings();
  const [isListOpen, setIsListOpen] = useState(false);
  const [isCheckpointsOpen, setIsCheckpointsOpen] = useState(false);
  const openCheckpoints = useMemo(() => () => setIsCheckpointsOpen(true), []);
  const closeList = () => setIsListOpen(false);
  return (
    <OpenCheckpointsContext value={openCheckpoints}>
      <Panels>
        <div className={css.page}>
          <a href={`#${CHAT_ID}`} className={css.skip} onClick={skipToChat}>
            {strings.skipToChat}
          </a>
          <aside className={css.side}>
            <p className={css.brand}>
              <img src={ICON} alt="" width={22} height={22} />
              {strings.appName}
            </p>
            <ConsultationList />
          </aside>
          <ViewerHost>
            <CaseHost>
              <Middle onOpenList={() => setIsListOpen(true)} />
            </CaseHost>
          </ViewerHost>
        </div>
      </Panels>
      <Modal
        isOpen={isListOpen}
        onClose={closeList}
        title={strings.appName}
        shape="drawer"
      >
        <ConsultationList onChosen={closeList} />
      </Modal>
      <CheckpointsDialog
        isOpen={isCheckpointsOpen}
        onClose={() => setIsCheckpointsOpen(false)}
      />
    </OpenCheckpointsContext>
  );
}
