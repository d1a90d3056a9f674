/** @file Commands to choose from, by arrows and Enter while the cursor stays in the text, or by the pointer. */
import { Named } from '../controls/named.tsx';
import { type KeyboardEvent, useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import type { Command } from './commands.ts';
import css from './commands.module.css';

const GROUPS = ['do', 'templates', 'consultations'] as const;

/** Browsers report this code for a key that an input method consumed. */
const CONSUMED_BY_INPUT_METHOD = 229;

/** Which command of a list is marked, and the keys that move the mark. */
export function useMarked(
  commands: readonly Command[],
  onChoose: (command: Command) => void,
) {
  const count = commands.length;
  // another list begins at its first
  const list = `${commands[0]?.id} ${count}`;
  const [place, setPlace] = useState({ list, at: 0 });
  const at = place.list === list ? place.at : 0;
  const marked = commands[at];
  const mark = (next: number) => setPlace({ list, at: (next + count) % count });
  /** True when the key was for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing || nativeEvent.keyCode === CONSUMED_BY_INPUT_METHOD) {
      return false;
    }
    if (marked === undefined) return false;
    if (key === 'ArrowDown') mark(at + 1);
    else if (key === 'ArrowUp') mark(at - 1);
    else if (key === 'Enter' && !event.shiftKey) onChoose(marked);
    else return false;
    event.preventDefault();
    return true;
  };
  return { marked, onKeyDown };
}

interface CommandListProps {
  /** Of the list; `idOfOption` of its options. */
  readonly id: string;
  readonly commands: readonly Command[];
  readonly marked: Command | undefined;
  onChoose(command: Command): void;
}

export function idOfOption(list: string, command: Command): string {
  return `${list}-${command.id}`;
}

/** A template of the doctor's own has an id that nobody types. */
function isTyped({ id }: Command): boolean {
  return id.length <= 20;
}

function bringIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

export function CommandList({ id, commands, marked, onChoose }: CommandListProps) {
  const strings = useStrings().room;
  return (
    <div id={id} role="listbox" aria-label={strings.commands} className={css.list}>
      {GROUPS.map((group) => {
        const own = commands.filter((command) => command.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group} role="group" aria-label={strings.groups[group]}>
            <div className={css.group} aria-hidden>
              {strings.groups[group]}
            </div>
            {own.map((command) => (
              <div
                key={command.id}
                id={idOfOption(id, command)}
                ref={command === marked ? bringIntoView : undefined}
                role="option"
                aria-selected={command === marked}
                className={css.option}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onChoose(command)}
              >
                <span className={css.title}>
                  <Named name={command.title} />
                </span>
                {group === 'consultations' ? null : (
                  <span className={css.keys} aria-hidden>
                    {command.keys ?? (isTyped(command) ? `/${command.id}` : '')}
                  </span>
                )}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}
