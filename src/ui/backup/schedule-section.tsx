/** @file Backups that are made by themselves. */
import type { BackupSchedule } from '../../app/archive-state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './backup.module.css';
import { canPickFolder, pickBackupFolder } from './pick-target.ts';

const SCHEDULES: readonly BackupSchedule[] = ['off', 'daily', 'weekly'];

export function ScheduleSection() {
  const strings = useStrings().backup;
  const { scheduleBackups, allowBackupFolder } = useActions();
  const schedule = useSelected((state) => state.archives.schedule);
  const folderName = useSelected((state) => state.archives.folderName);
  const isShut = useSelected((state) => state.archives.isFolderShut);
  const needsPassphrase = useSelected((state) => state.archives.needsPassphrase);
  const chooseFolder = async () => {
    const folder = await pickBackupFolder();
    if (folder !== undefined) await scheduleBackups(schedule, folder);
  };
  return (
    <section className={css.section}>
      <h3>{strings.schedule}</h3>
      {!canPickFolder && <p className={css.soft}>{strings.noFolders}</p>}
      {canPickFolder && (
        <>
          <p className={css.soft}>{strings.scheduleWhy}</p>
          <select
            className={css.field}
            aria-label={strings.schedule}
            value={schedule}
            disabled={needsPassphrase}
            onChange={({ target }) => {
              const chosen = SCHEDULES.find((known) => known === target.value);
              if (chosen !== undefined) void scheduleBackups(chosen);
            }}
          >
            {SCHEDULES.map((known) => (
              <option key={known} value={known}>
                {strings.schedules[known]}
              </option>
            ))}
          </select>
          {schedule !== 'off' && (
            <div className={css.buttons}>
              <span>
                {folderName === undefined
                  ? strings.noFolder
                  : strings.folder(folderName)}
              </span>
              <Button onClick={() => void chooseFolder()}>
                {strings.chooseFolder}
              </Button>
            </div>
          )}
          {isShut && (
            <div className={css.buttons} role="alert">
              <span>{strings.due}</span>
              <Button onClick={() => void allowBackupFolder()}>{strings.allow}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
