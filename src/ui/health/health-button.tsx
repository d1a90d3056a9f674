/** @file In the header: the dialog on storage and health. */
import { HardDrive } from 'lucide-react';
import { useState } from 'react';
import { useSelected } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { HealthDialog } from './health-dialog.tsx';

export function HealthButton() {
  const strings = useStrings().health;
  const hasStarted = useSelected((state) => state.start.kind === 'started');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        label={strings.title}
        disabled={!hasStarted}
        onClick={() => setIsOpen(true)}
      >
        <HardDrive size={18} aria-hidden />
      </IconButton>
      <HealthDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
