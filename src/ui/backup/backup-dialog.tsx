/** @file The dialog on backup, restore and export. */
import { useEffect } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { type DialogProps, Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { ArchiveProgress } from './archive-progress.tsx';
import { BackUpSection } from './back-up-section.tsx';
import { ExportSection } from './export-section.tsx';
import { RestoreSection } from './restore-section.tsx';
import { ScheduleSection } from './schedule-section.tsx';

export function BackupDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().backup;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.title}
      description={strings.about}
    >
      <Contents />
    </Modal>
  );
}

function Contents() {
  const { readBackups } = useActions();
  const isIdle = useSelected((state) => state.archives.work.kind === 'idle');
  useEffect(() => void readBackups(), [readBackups]);
  if (!isIdle) return <ArchiveProgress />;
  return (
    <>
      <BackUpSection />
      <ScheduleSection />
      <RestoreSection />
      <ExportSection />
    </>
  );
}
