/** @file A button of the viewer that does what a key does, and says which. */
import type { ReactNode } from 'react';
import { IconButton, join } from '../controls/button.tsx';
import { KEY_OF, type ViewerCommand } from './viewer-keys.ts';
import css from './viewer.module.css';

interface CommandButtonProps {
  readonly label: string;
  readonly command: ViewerCommand;
  /** For what is on or off. */
  readonly isOn?: boolean;
  /** Nothing to do: it can be focused, and is grey. */
  readonly isIdle?: boolean;
  run(command: ViewerCommand): void;
  readonly children: ReactNode;
}

export function CommandButton(props: CommandButtonProps) {
  const { label, command, isOn, isIdle = false, run, children } = props;
  const key = KEY_OF[command];
  return (
    <IconButton
      label={label}
      title={key === undefined ? label : `${label} (${key})`}
      aria-keyshortcuts={key === '+' ? 'Plus' : key}
      aria-pressed={isOn}
      aria-disabled={isIdle || undefined}
      className={join(isOn === true && css.on)}
      onClick={() => run(command)}
    >
      {children}
    </IconButton>
  );
}
