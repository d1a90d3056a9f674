/** @file What can be done now, as commands. */
import { useMemo } from 'react';
import {
  canContinue,
  canRegenerate,
  currentMessages,
  isAnswering,
  isAnsweringHere,
} from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { useOpenCheckpoints } from '../checkpoints/open-checkpoints.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import type { Command } from './commands.ts';
import { KEYS } from './keys.ts';
import { useOpenPanel } from './open-panel.ts';
import { TEMPLATE_IDS, TEMPLATES } from './templates.ts';
import { useDialogCommands } from './use-dialog-commands.ts';

const lastAsked = (state: AppState): string | undefined =>
  isAnswering(state) || state.writer !== 'writing'
    ? undefined
    : currentMessages(state).findLast(({ role }) => role === 'user')?.id;

export function useCommands(): readonly Command[] {
  const onTurns = useTurnCommands();
  const onPage = usePageCommands();
  const dialogs = useDialogCommands();
  const templates = useTemplateCommands();
  return useMemo(
    () => [...onTurns, ...onPage, ...dialogs, ...templates],
    [onTurns, onPage, dialogs, templates],
  );
}

interface Action extends Omit<Command, 'group'> {
  /** False leaves it out. */
  readonly isPossible?: boolean;
}

function possible(actions: readonly Action[]): readonly Command[] {
  return actions
    .filter(({ isPossible = true }) => isPossible)
    .map(({ isPossible: _isPossible, ...command }) => ({ ...command, group: 'do' }));
}

/** What can be done with the turns on screen. */
function useTurnCommands(): readonly Command[] {
  const strings = useStrings().room;
  const actions = useActions();
  const openPanel = useOpenPanel();
  const isHere = useSelected(isAnsweringHere);
  const mayRegenerate = useSelected(canRegenerate);
  const mayContinue = useSelected(canContinue);
  const asked = useSelected(lastAsked);
  return useMemo(
    () =>
      possible([
        { id: 'new', title: strings.newConsultation, run: actions.newConsultation },
        {
          id: 'stop',
          title: strings.stopAnswer,
          isPossible: isHere,
          run: actions.stop,
        },
        {
          id: 'continue',
          title: strings.goOnWriting,
          isPossible: mayContinue,
          run: () => void actions.continueAnswer(),
        },
        {
          id: 'regenerate',
          title: strings.regenerate,
          isPossible: mayRegenerate,
          run: () => void actions.regenerate(),
        },
        {
          id: 'edit',
          title: strings.editLast,
          isPossible: asked !== undefined,
          run: () => asked !== undefined && void actions.beginEdit(asked),
        },
        {
          id: 'summary',
          title: strings.goOnWithSummary,
          isPossible: asked !== undefined,
          run: () => openPanel({ kind: 'summary' }),
        },
      ]),
    [strings, actions, openPanel, isHere, mayRegenerate, mayContinue, asked],
  );
}

/** What can be done with the page. */
function usePageCommands(): readonly Command[] {
  const strings = useStrings().room;
  const { exactPrompt } = useStrings().case;
  const language = useLanguage();
  const { changeSettings, lock } = useActions();
  const openPanel = useOpenPanel();
  const openCheckpoints = useOpenCheckpoints();
  const theme = useSelected((state) => state.settings.theme);
  const isProtected = useSelected((state) => state.isProtected);
  return useMemo(
    () =>
      possible([
        { id: 'model', title: strings.checkpoints, run: openCheckpoints },
        {
          id: 'lock',
          title: strings.lock,
          keys: KEYS.lock,
          isPossible: isProtected,
          run: () => void lock(),
        },
        {
          id: 'theme',
          title: strings.switchTheme,
          run: () => void changeSettings({ theme: isDark(theme) ? 'light' : 'dark' }),
        },
        {
          id: 'language',
          title: strings.switchLanguage,
          run: () => void changeSettings({ language: language === 'en' ? 'zh' : 'en' }),
        },
        {
          id: 'prompt',
          title: exactPrompt,
          run: () => openPanel({ kind: 'prompt', of: { kind: 'next' } }),
        },
        {
          id: 'shortcuts',
          title: strings.showShortcuts,
          keys: KEYS.shortcuts,
          run: () => openPanel({ kind: 'shortcuts' }),
        },
      ]),
    [
      strings,
      exactPrompt,
      language,
      changeSettings,
      lock,
      openPanel,
      openCheckpoints,
      theme,
      isProtected,
    ],
  );
}

/** The doctor's own first. */
function useTemplateCommands(): readonly Command[] {
  const language = useLanguage();
  const openPanel = useOpenPanel();
  const own = useSelected((state) => state.templates);
  return useMemo(() => {
    const builtIn = TEMPLATE_IDS.map((id) => ({
      id,
      title: TEMPLATES[id].title[language],
    }));
    return [...own, ...builtIn].map(({ id, title }) => ({
      id,
      group: 'templates',
      title,
      run: () => openPanel({ kind: 'template', id }),
    }));
  }, [language, openPanel, own]);
}

function isDark(theme: AppState['settings']['theme']): boolean {
  if (theme !== 'system') return theme === 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
