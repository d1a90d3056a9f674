/** @file Language and theme, remembered. */
import { Menu } from '@base-ui/react/menu';
import { Check, DatabaseBackup, Languages } from 'lucide-react';
import { useState } from 'react';
import type { Language, Theme } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { BackupDialog } from '../backup/backup-dialog.tsx';
import { join } from '../controls/button.tsx';
import button from '../controls/button.module.css';
import menu from '../controls/menu.module.css';
import { LANGUAGES, useStrings } from '../strings/use-strings.ts';

export function PreferencesMenu() {
  const strings = useStrings();
  const { changeSettings } = useActions();
  const language = useSelected((state) => state.settings.language);
  const theme = useSelected((state) => state.settings.theme);
  const hasStarted = useSelected((state) => state.start.kind === 'started');
  const [isBackupOpen, setIsBackupOpen] = useState(false);
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          aria-label={strings.settings}
          title={strings.settings}
          className={join(button.button, button.icon, button.quiet)}
        >
          <Languages size={18} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={menu.positioner} align="end" sideOffset={6}>
            <Menu.Popup className={menu.popup}>
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
              <Menu.Separator className={menu.separator} />
              <Menu.Item
                className={menu.item}
                disabled={!hasStarted}
                onClick={() => setIsBackupOpen(true)}
              >
                <span className={menu.check}>
                  <DatabaseBackup size={15} aria-hidden />
                </span>
                {strings.backup.menu}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <BackupDialog isOpen={isBackupOpen} onClose={() => setIsBackupOpen(false)} />
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
