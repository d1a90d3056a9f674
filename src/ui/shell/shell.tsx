/** @file Around everything: the app, its language and theme, and the lock. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect } from 'react';
import type { App } from '../../app/actions.ts';
import { useAppState } from '../../app/watch.ts';
import { AppContext } from '../app-context.ts';
import { ErasedScreen } from '../health/erased-screen.tsx';
import { LockScreen } from '../security/lock-screen.tsx';
import { LANGUAGES, LanguageContext } from '../strings/use-strings.ts';
import { Page } from './page.tsx';
import './theme.css';

interface ShellProps {
  readonly app: App;
}

export function Shell({ app }: ShellProps) {
  const language = useAppState(app, (state) => state.settings.language);
  const theme = useAppState(app, (state) => state.settings.theme);
  const start = useAppState(app, (state) => state.start.kind);

  useEffect(() => {
    document.documentElement.lang = LANGUAGES[language].tag;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    const lockByKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.shiftKey || event.code !== 'KeyL') return;
      event.preventDefault();
      void app.actions.lock();
    };
    addEventListener('keydown', lockByKey, { capture: true });
    return () => removeEventListener('keydown', lockByKey, { capture: true });
  }, [app]);

  return (
    <CSPProvider disableStyleElements>
      <AppContext value={app}>
        <LanguageContext value={language}>
          {start === 'locked' && <LockScreen />}
          {start === 'erased' && <ErasedScreen />}
          {start !== 'locked' && start !== 'erased' && <Page />}
        </LanguageContext>
      </AppContext>
    </CSPProvider>
  );
}
