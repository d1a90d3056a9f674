/** @file What opens over the page, and the keys that open it. */
import { type ReactNode, useEffect, useState } from 'react';
import { IntendedUseDialog } from '../about/intended-use-dialog.tsx';
import { useWaitsForAcceptance } from '../about/use-acceptance.ts';
import { useSelected } from '../app-context.ts';
import { chosenPassage, quote } from '../chat/quote.ts';
import { SummaryDialog } from '../summary/summary-dialog.tsx';
import { askedBy } from './keys.ts';
import { OpenPanelContext, type Panel } from './open-panel.ts';
import { PageDialogs } from './page-dialogs.tsx';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';

export function Panels({ children }: { readonly children: ReactNode }) {
  const [panel, setPanel] = useState<Panel>();
  const hasLetters = useSelected((state) => state.settings.letterShortcuts);
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const asked = askedBy(event);
      if (asked === undefined || event.isComposing || isDialogOpen()) return;
      if (asked === 'shortcuts-letter' && (!hasLetters || isTyping(event))) return;
      event.preventDefault();
      if (asked === 'quote') {
        const chosen = chosenPassage();
        if (chosen !== undefined) quote(chosen.text);
      } else setPanel({ kind: asked === 'palette' ? 'palette' : 'shortcuts' });
    };
    addEventListener('keydown', heard);
    return () => removeEventListener('keydown', heard);
  }, [hasLetters]);
  const isUseWaiting = useWaitsForAcceptance();
  const [wasUseWaiting, setWasUseWaiting] = useState(false);
  if (isUseWaiting !== wasUseWaiting) {
    setWasUseWaiting(isUseWaiting);
    if (isUseWaiting) setPanel({ kind: 'use' });
  }
  const close = (kind: Panel['kind']) => () =>
    setPanel((open) => (open?.kind === kind ? undefined : open));
  return (
    <OpenPanelContext value={setPanel}>
      {children}
      <Palette isOpen={panel?.kind === 'palette'} onClose={close('palette')} />
      <ShortcutsDialog
        isOpen={panel?.kind === 'shortcuts'}
        onClose={close('shortcuts')}
      />
      <IntendedUseDialog isOpen={panel?.kind === 'use'} onClose={close('use')} />
      <SummaryDialog isOpen={panel?.kind === 'summary'} onClose={close('summary')} />
      <PageDialogs panel={panel} close={close} />
      <TemplateDialog
        id={panel?.kind === 'template' ? panel.id : undefined}
        onClose={close('template')}
      />
    </OpenPanelContext>
  );
}

function isDialogOpen(): boolean {
  // one that closes is still there for a moment
  return document.querySelector('[role=dialog]:not([data-closed])') !== null;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable=true]') !== null
  );
}
