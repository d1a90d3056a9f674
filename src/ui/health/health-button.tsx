/** @file In the header: opens the dialog on storage and health. */
import { HardDrive } from 'lucide-react';
import { useSelected } from '../app-context.ts';
import { useOpenPanel } from '../commands/open-panel.ts';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';

export function HealthButton() {
  const strings = useStrings().health;
  const openPanel = useOpenPanel();
  const hasStarted = useSelected((state) => state.start.kind === 'started');
  return (
    <IconButton
      label={strings.title}
      disabled={!hasStarted}
      onClick={() => openPanel({ kind: 'health' })}
    >
      <HardDrive size={18} aria-hidden />
    </IconButton>
  );
}
