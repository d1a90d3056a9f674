/** @file In the header: locking the page, where that can be undone, and the dialog on security. */
import { LockKeyhole, ShieldCheck } from 'lucide-react';
import { useActions, useSelected } from '../app-context.ts';
import { useOpenPanel } from '../commands/open-panel.ts';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';

export function LockButton() {
  const strings = useStrings().security;
  const { lock } = useActions();
  const isProtected = useSelected((state) => state.isProtected);
  if (!isProtected) return null;
  return (
    <IconButton label={strings.lockNow} onClick={() => void lock()}>
      <LockKeyhole size={18} aria-hidden />
    </IconButton>
  );
}

export function SecurityButton() {
  const strings = useStrings().security;
  const openPanel = useOpenPanel();
  const hasStarted = useSelected((state) => state.start.kind === 'started');
  return (
    <IconButton
      label={strings.title}
      disabled={!hasStarted}
      onClick={() => openPanel({ kind: 'security' })}
    >
      <ShieldCheck size={18} aria-hidden />
    </IconButton>
  );
}
