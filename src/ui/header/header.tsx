/** @file The bar above the conversation: its title, the model, and one menu of the rest. */
import { Menu as MenuIcon } from 'lucide-react';
import { useActions, useSelected } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { Named } from '../controls/named.tsx';
import { currentId } from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import { useStrings } from '../strings/use-strings.ts';
import { SquarePen } from 'lucide-react';
import { CaseButton } from '../case/case-button.tsx';
import { HealthButton } from '../health/health-button.tsx';
import { LockButton, SecurityButton } from '../security/security-buttons.tsx';
import css from './header.module.css';
import { MainMenu } from './main-menu.tsx';
import { ModelChip } from './model-chip.tsx';

interface HeaderProps {
  /** Opens the list of consultations, where it is not beside the page. */
  onOpenList(): void;
}

const currentTitle = (state: AppState): string | undefined => {
  const id = currentId(state);
  if (state.current.kind === 'open') return state.current.conversation.title;
  return state.conversations.find((conversation) => conversation.id === id)?.title;
};

export function Header({ onOpenList }: HeaderProps) {
  const strings = useStrings();
  const { newConsultation } = useActions();
  const title = useSelected(currentTitle);
  return (
    <header className={css.header}>
      <span className={css.phone}>
        <IconButton label={strings.openConsultations} onClick={onOpenList}>
          <MenuIcon size={20} aria-hidden />
        </IconButton>
      </span>
      <h1 className={css.title}>
        <Named name={title || strings.untitled} />
      </h1>
      <CaseButton />
      <ModelChip />
      <span className={css.wide}>
        <HealthButton />
        <SecurityButton />
      </span>
      <LockButton />
      <MainMenu />
      <span className={css.phone}>
        <IconButton label={strings.newConsultation} onClick={newConsultation}>
          <SquarePen size={19} aria-hidden />
        </IconButton>
      </span>
    </header>
  );
}
