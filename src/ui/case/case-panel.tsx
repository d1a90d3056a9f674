/** @file The case: its facts, and what is still to ask. */
import { ScanText } from 'lucide-react';
import { draftKey } from '../../app/draft-of.ts';
import { useSelected } from '../app-context.ts';
import { useOpenPanel } from '../commands/open-panel.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './case.module.css';
import { FactsForm } from './facts-form.tsx';
import { MissingList } from './missing-list.tsx';

interface CasePanelProps {
  /** Where nothing above says what it is. */
  readonly hasTitle?: boolean;
  /** Called when a question was put into the message, so that a drawer can close. */
  onAsked?(): void;
}

export function CasePanel({ hasTitle = false, onAsked }: CasePanelProps) {
  const strings = useStrings().case;
  const openPanel = useOpenPanel();
  const key = useSelected(draftKey);
  return (
    <div className={css.panel}>
      {hasTitle && <h2 className={css.title}>{strings.panel}</h2>}
      <FactsForm key={key} of={key} />
      <MissingList key={`missing ${key}`} onAsked={onAsked} />
      <div>
        <Button onClick={() => openPanel({ kind: 'prompt', of: { kind: 'next' } })}>
          <ScanText size={16} aria-hidden /> {strings.nextPrompt}
        </Button>
      </div>
    </div>
  );
}
