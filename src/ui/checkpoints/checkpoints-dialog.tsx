/** @file The checkpoints on this device, adding one, and what they run on. */
import { useSelected } from '../app-context.ts';
import { type DialogProps, Modal } from '../controls/modal.tsx';
import { formatBytes } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { AddCheckpoint } from './add-checkpoint.tsx';
import { CheckpointRow } from './checkpoint-row.tsx';
import { CheckpointWork } from './checkpoint-work.tsx';
import css from './checkpoints.module.css';
import { DamagedCheckpoints } from './damaged-checkpoints.tsx';
import { DeviceSection } from './device-section.tsx';
import { DownloadCheckpoint } from './download-checkpoint.tsx';
import { RuntimeChoice } from './runtime-choice.tsx';

export function CheckpointsDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings();
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.checkpoints}
      description={strings.checkpointsText}
      shape="page"
    >
      <DeviceSection />
      <Installed />
      <DamagedCheckpoints />
      <CheckpointWork />
      <AddCheckpoint />
      <DownloadCheckpoint />
      <RuntimeChoice />
      <StorageLine />
    </Modal>
  );
}

function Installed() {
  const strings = useStrings();
  const installed = useSelected((state) => state.checkpoints.installed);
  if (installed.length === 0) {
    return <p className={css.soft}>{strings.noneInstalled}</p>;
  }
  return (
    <ul className={css.rows} aria-label={strings.installed}>
      {installed.map((checkpoint) => (
        <CheckpointRow key={checkpoint.id} checkpoint={checkpoint} />
      ))}
    </ul>
  );
}

function StorageLine() {
  const strings = useStrings();
  const language = useLanguage();
  const { usedBytes, isPersistent } = useSelected((state) => state.storage);
  if (usedBytes === undefined) return null;
  return (
    <p className={css.soft}>
      {strings.storageUsed(formatBytes(usedBytes, language))}
      {isPersistent === false && ` ${strings.storageNotPersistent}`}
    </p>
  );
}
