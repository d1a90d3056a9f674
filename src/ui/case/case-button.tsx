/** @file The button of the header that shows and hides the case. */
import { ClipboardList } from 'lucide-react';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { useCaseSwitch } from './open-case.ts';

export function CaseButton() {
  const strings = useStrings().case;
  const { isOpen, toggle } = useCaseSwitch();
  return (
    <IconButton
      label={isOpen ? strings.close : strings.open}
      aria-expanded={isOpen}
      onClick={toggle}
    >
      <ClipboardList size={18} aria-hidden />
    </IconButton>
  );
}
