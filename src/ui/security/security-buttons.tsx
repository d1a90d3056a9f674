/** @file In the header: the dialog on security, and the lock where there is one. */
import { LockKeyhole, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { SecurityDialog } from './security-dialog.tsx';

export function SecurityButtons() {
  const strings = useStrings().security;
  const { lock } = useActions();
  const isProtected = useSelected((state) => state.isProtected);
  const hasStarted = useSelected((state) => state.start.kind === 'started');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {isProtected && (
        <IconButton label={strings.lockNow} onClick={() => void lock()}>
          <LockKeyhole size={18} aria-hidden />
        </IconButton>
      )}
      <IconButton
        label={strings.title}
        disabled={!hasStarted}
        onClick={() => setIsOpen(true)}
      >
        <ShieldCheck size={18} aria-hidden />
      </IconButton>
      <SecurityDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
