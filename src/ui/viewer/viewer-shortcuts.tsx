/** @file The viewer's part of the page of shortcuts. */
import { useSelected } from '../app-context.ts';
import css from '../commands/commands.module.css';
import { useStrings } from '../strings/use-strings.ts';
import { isLetter, KEY_OF } from './viewer-keys.ts';

export function ViewerShortcuts() {
  const strings = useStrings().viewer;
  const hasLetters = useSelected((state) => state.settings.letterShortcuts);
  const lines: readonly (readonly [does: string, key: string | undefined])[] = [
    [strings.zoomIn, KEY_OF['zoom-in']],
    [strings.zoomOut, KEY_OF['zoom-out']],
    [strings.fit, KEY_OF.fit],
    [strings.actualSize, KEY_OF['actual-size']],
    [strings.zoomTool, KEY_OF['zoom-tool']],
    [strings.moves, '← → ↑ ↓'],
    [strings.turnLeft, KEY_OF['turn-left']],
    [strings.turnRight, KEY_OF['turn-right']],
    [strings.mirrorAcross, KEY_OF['mirror-across']],
    [strings.mirrorOver, KEY_OF['mirror-over']],
    [strings.invert, KEY_OF.invert],
    [strings.reset, KEY_OF.reset],
    [strings.previous, 'PgUp'],
    [strings.next, 'PgDn'],
    [strings.closes, 'Esc'],
  ];
  return (
    <section className={css.shortcuts}>
      <h3>{strings.shortcuts}</h3>
      <dl>
        {lines.map(([does, key = '']) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>{(hasLetters || !isLetter(key)) && <kbd>{key}</kbd>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
