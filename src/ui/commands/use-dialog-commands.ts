/** @file The dialogs of the page, as commands. */
import { useMemo } from 'react';
import { currentId } from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import { useSelected } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import type { Command } from './commands.ts';
import { type Panel, useOpenPanel } from './open-panel.ts';

const exported = (state: AppState) => {
  const id = currentId(state);
  return state.conversations.find((conversation) => conversation.id === id);
};

export function useDialogCommands(): readonly Command[] {
  const strings = useStrings();
  const openPanel = useOpenPanel();
  const hasStarted = useSelected((state) => state.start.kind === 'started');
  const current = useSelected(exported);
  return useMemo(() => {
    const command = (id: string, title: string, panel: Panel): Command => ({
      id,
      group: 'do',
      title,
      run: () => openPanel(panel),
    });
    const always = [
      command('requests', strings.requests.title, { kind: 'requests' }),
      command('use', strings.about.open, { kind: 'use' }),
    ];
    if (!hasStarted) return always;
    return [
      ...(current === undefined
        ? []
        : [
            command('export', strings.room.exportThis, {
              kind: 'export',
              conversationId: current.id,
              title: current.title || strings.untitled,
            }),
          ]),
      command('backup', strings.room.backUp, { kind: 'backup' }),
      command('templates', strings.room.ownTemplates, { kind: 'templates' }),
      command('storage', strings.health.title, { kind: 'health' }),
      command('security', strings.security.title, { kind: 'security' }),
      ...always,
    ];
  }, [strings, openPanel, hasStarted, current]);
}
