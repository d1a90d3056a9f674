/** @file The middle of the page, top to bottom. */
import about from '../about/about.module.css';
import { Chat } from '../chat/chat.tsx';
import { useOpenPanel } from '../commands/open-panel.ts';
import { Composer } from '../composer/composer.tsx';
import { DropZone } from '../composer/drop-zone.tsx';
import { Header } from '../header/header.tsx';
import { RedFlagBanner } from '../safety/red-flag-banner.tsx';
import { EngineStatus } from '../status/engine-status.tsx';
import { Notices } from '../status/notices.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './shell.module.css';

interface MiddleProps {
  onOpenList(): void;
}

export function Middle({ onOpenList }: MiddleProps) {
  const strings = useStrings();
  const openPanel = useOpenPanel();
  return (
    <div className={css.middle}>
      <Header onOpenList={onOpenList} />
      <main className={css.main}>
        <DropZone>
          <EngineStatus />
          <Chat />
          <Notices />
          <RedFlagBanner />
          <Composer />
        </DropZone>
      </main>
      <footer className={css.footer}>
        {strings.notADevice}{' '}
        <button
          type="button"
          className={about.link}
          onClick={() => openPanel({ kind: 'use' })}
        >
          {strings.about.open}
        </button>
      </footer>
    </div>
  );
}
