/** @file Consultations in an open format: all of them, or one from the list. */
import { FileOutput } from 'lucide-react';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { ArchiveProgress } from './archive-progress.tsx';
import css from './backup.module.css';
import { pickFile } from './pick-target.ts';

interface ExportSectionProps {
  /** All of them when absent. */
  readonly conversationIds?: readonly string[];
}

export function ExportSection({ conversationIds }: ExportSectionProps) {
  const strings = useStrings().backup;
  const { exportCases } = useActions();
  const begin = async () => {
    const day = new Date().toISOString().slice(0, 10);
    const picked = await pickFile(`pulsemind-cases-${day}.zip`);
    if (picked.kind === 'none') return;
    await exportCases({
      ...(conversationIds !== undefined && { conversationIds }),
      ...(picked.kind === 'file' && { handle: picked.handle }),
    });
  };
  const isOne = conversationIds !== undefined;
  return (
    <section className={css.section}>
      {!isOne && <h3>{strings.export}</h3>}
      <p className={css.soft}>{strings.exportAbout}</p>
      <div className={css.buttons}>
        <Button look={isOne ? 'primary' : 'plain'} onClick={() => void begin()}>
          <FileOutput size={17} aria-hidden />{' '}
          {isOne ? strings.exportOne : strings.exportAll}
        </Button>
      </div>
    </section>
  );
}

interface ExportDialogProps {
  readonly isOpen: boolean;
  /** What is exported, in a few words. */
  readonly title: string;
  readonly conversationIds: readonly string[];
  onClose(): void;
}

export function ExportDialog(props: ExportDialogProps) {
  const { isOpen, title, conversationIds, onClose } = props;
  const strings = useStrings();
  const isIdle = useSelected((state) => state.archives.work.kind === 'idle');
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={`${strings.backup.export}${strings.colon}${title}`}
    >
      {isIdle ? (
        <ExportSection conversationIds={conversationIds} />
      ) : (
        <ArchiveProgress />
      )}
    </Modal>
  );
}
