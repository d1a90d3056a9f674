/** @file The page of keyboard shortcuts. */
import { useActions, useSelected } from '../app-context.ts';
import { type DialogProps, Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './commands.module.css';
import { KEYS } from './keys.ts';
import { ViewerShortcuts } from '../viewer/viewer-shortcuts.tsx';

const GROUPS = {
  anywhere: ['palette', 'shortcuts', 'quote', 'lock'],
  writing: ['send', 'line', 'slash', 'close'],
  list: ['move', 'choose'],
} as const;

export function ShortcutsDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().room;
  const { changeSettings } = useActions();
  const hasLetters = useSelected((state) => state.settings.letterShortcuts);
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={strings.shortcuts}>
      {(['anywhere', 'writing', 'list'] as const).map((group) => (
        <section key={group} className={css.shortcuts}>
          <h3>{strings.shortcutGroups[group]}</h3>
          <dl>
            {GROUPS[group].map((name) => (
              <div key={name}>
                <dt>{strings.does[name]}</dt>
                <dd>
                  <kbd>{KEYS[name]}</kbd>
                  {name === 'shortcuts' && hasLetters && (
                    <kbd>{KEYS.shortcutsLetter}</kbd>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <ViewerShortcuts />
      <label className={css.letters}>
        <input
          type="checkbox"
          checked={hasLetters}
          onChange={(event) =>
            void changeSettings({ letterShortcuts: event.target.checked })
          }
        />
        {strings.letterShortcuts}
      </label>
    </Modal>
  );
}
