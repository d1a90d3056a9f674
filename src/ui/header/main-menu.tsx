/** @file The menu of the page: language, theme, and every dialog on the page as a whole. */
import { Menu } from '@base-ui/react/menu';
import {
  Activity,
  Box,
  Check,
  DatabaseBackup,
  Ellipsis,
  HardDrive,
  Info,
  Keyboard,
  type LucideIcon,
  NotebookPen,
  ShieldCheck,
} from 'lucide-react';
import type { Language, Theme } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { useOpenCheckpoints } from '../checkpoints/open-checkpoints.ts';
import { type Panel, useOpenPanel } from '../commands/open-panel.ts';
import { join } from '../controls/button.tsx';
import button from '../controls/button.module.css';
import menu from '../controls/menu.module.css';
import { LANGUAGES, useStrings } from '../strings/use-strings.ts';

export function MainMenu() {
  const strings = useStrings();
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={strings.settings}
        title={strings.settings}
        className={join(button.button, button.icon, button.quiet)}
      >
        <Ellipsis size={19} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} align="end" sideOffset={6}>
          <Menu.Popup className={menu.popup}>
            <Dialogs />
            <Menu.Separator className={menu.separator} />
            <Choices />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** What opens over the page. */
function Dialogs() {
  const strings = useStrings();
  const openPanel = useOpenPanel();
  const openCheckpoints = useOpenCheckpoints();
  const hasStarted = useSelected((state) => state.start.kind === 'started');
  const entry = (
    icon: LucideIcon,
    title: string,
    panel: Panel,
    isPossible = hasStarted,
  ) => ({ icon, title, isPossible, open: () => openPanel(panel) });
  const entries = [
    {
      icon: Box,
      title: strings.manageCheckpoints,
      isPossible: true,
      open: openCheckpoints,
    },
    entry(DatabaseBackup, strings.backup.menu, { kind: 'backup' }),
    entry(HardDrive, strings.health.title, { kind: 'health' }),
    entry(ShieldCheck, strings.security.title, { kind: 'security' }),
    entry(NotebookPen, strings.room.ownTemplatesMenu, { kind: 'templates' }),
    entry(Activity, strings.requests.menu, { kind: 'requests' }, true),
    entry(Keyboard, strings.room.shortcuts, { kind: 'shortcuts' }, true),
    entry(Info, strings.about.open, { kind: 'use' }, true),
  ];
  return entries.map(({ icon: Icon, title, isPossible, open }) => (
    <Menu.Item key={title} className={menu.item} disabled={!isPossible} onClick={open}>
      <span className={menu.check}>
        <Icon size={15} aria-hidden />
      </span>
      {title}
    </Menu.Item>
  ));
}

function Choices() {
  const strings = useStrings();
  const { changeSettings } = useActions();
  const language = useSelected((state) => state.settings.language);
  const theme = useSelected((state) => state.settings.theme);
  return (
    <>
      <Choice<Language>
        label={strings.language}
        value={language}
        onChoose={(chosen) => void changeSettings({ language: chosen })}
        options={[
          ['en', LANGUAGES.en.name],
          ['zh', LANGUAGES.zh.name],
        ]}
      />
      <Menu.Separator className={menu.separator} />
      <Choice<Theme>
        label={strings.theme}
        value={theme}
        onChoose={(chosen) => void changeSettings({ theme: chosen })}
        options={[
          ['system', strings.themeSystem],
          ['light', strings.themeLight],
          ['dark', strings.themeDark],
        ]}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  onChoose(value: T): void;
}

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <Menu.RadioGroup value={value} onValueChange={(chosen: T) => onChoose(chosen)}>
      <Menu.GroupLabel className={menu.groupLabel}>{label}</Menu.GroupLabel>
      {options.map(([option, name]) => (
        <Menu.RadioItem key={option} value={option} className={menu.item} closeOnClick>
          <span className={menu.check}>
            <Menu.RadioItemIndicator>
              <Check size={15} aria-hidden />
            </Menu.RadioItemIndicator>
          </span>
          {name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
