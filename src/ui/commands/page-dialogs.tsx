/** @file The dialogs on the page as a whole: storage, security, backup, requests, export. */
import { BackupDialog } from '../backup/backup-dialog.tsx';
import { ExportDialog } from '../backup/export-section.tsx';
import { PromptDialog } from '../case/prompt-dialog.tsx';
import { HealthDialog } from '../health/health-dialog.tsx';
import { RequestsDialog } from '../requests/requests-dialog.tsx';
import { SecurityDialog } from '../security/security-dialog.tsx';
import type { Panel } from './open-panel.ts';
import { TemplatesDialog } from './templates-dialog.tsx';

interface PageDialogsProps {
  readonly panel: Panel | undefined;
  close(kind: Panel['kind']): () => void;
}

export function PageDialogs({ panel, close }: PageDialogsProps) {
  const kind = panel?.kind;
  const exported = panel?.kind === 'export' ? panel : undefined;
  return (
    <>
      <HealthDialog isOpen={kind === 'health'} onClose={close('health')} />
      <SecurityDialog isOpen={kind === 'security'} onClose={close('security')} />
      <BackupDialog isOpen={kind === 'backup'} onClose={close('backup')} />
      <PromptDialog
        of={panel?.kind === 'prompt' ? panel.of : undefined}
        onClose={close('prompt')}
      />
      <TemplatesDialog isOpen={kind === 'templates'} onClose={close('templates')} />
      <RequestsDialog isOpen={kind === 'requests'} onClose={close('requests')} />
      <ExportDialog
        isOpen={exported !== undefined}
        conversationIds={exported === undefined ? [] : [exported.conversationId]}
        title={exported?.title ?? ''}
        onClose={close('export')}
      />
    </>
  );
}
