/** @file The page: the list at its side, the conversation in its middle. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect, useMemo, useState, type MouseEvent } from 'react';
import type { App } from '../../app/actions.ts';
import { useAppState } from '../../app/watch.ts';
import { AppContext } from '../app-context.ts';
import { CHAT_ID } from '../chat/chat.tsx';
import { CheckpointsDialog } from '../checkpoints/checkpoints-dialog.tsx';
import { OpenCheckpointsContext } from '../checkpoints/open-checkpoints.ts';
import { Modal } from '../controls/modal.tsx';
import { ConsultationList } from '../consultations/consultation-list.tsx';
import { LANGUAGES, LanguageContext } from '../strings/use-strings.ts';
import { Middle } from './middle.tsx';
import css from './shell.module.css';
import './theme.css';

const ICON = `${import.meta.env.BASE_URL}icons/icon.svg`;

/** Moves the focus, not the address: that says which consultation is open. */
function skipToChat(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById(CHAT_ID)?.focus();
}

interface ShellProps {
  readonly app: App;
}

export function Shell({ app }: ShellProps) {
  const language = useAppState(app, (state) => state.settings.language);
  const theme = useAppState(app, (state) => state.settings.theme);
  const strings = LANGUAGES[language].strings;
  const [isListOpen, setIsListOpen] = useState(false);
  const [isCheckpointsOpen, setIsCheckpointsOpen] = useState(false);
  const openCheckpoints = useMemo(() => () => setIsCheckpointsOpen(true), []);
  const closeList = () => setIsListOpen(false);

  useEffect(() => {
    document.documentElement.lang = LANGUAGES[language].tag;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <CSPProvider disableStyleElements>
      <AppContext value={app}>
        <LanguageContext value={language}>
          <OpenCheckpointsContext value={openCheckpoints}>
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
              <Middle onOpenList={() => setIsListOpen(true)} />
            </div>
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
        </LanguageContext>
      </AppContext>
    </CSPProvider>
  );
}
