/** @file How the records are: space, the browser's promise, backup, check, certificates, erasing. */
import { useCallback, useEffect, useState } from 'react';
import type { Health } from '../../app/health.ts';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { type DialogProps, Modal } from '../controls/modal.tsx';
import { formatBytes, formatCount, formatTime } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { Certificates } from './certificates.tsx';
import { EraseEverything } from './erase-everything.tsx';
import css from './health.module.css';
import { RecordsCheck } from './records-check.tsx';

export function HealthDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().health;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.title}
      description={strings.text}
    >
      <Contents />
    </Modal>
  );
}

function Contents() {
  const { readHealth } = useActions();
  const [health, setHealth] = useState<Health>();
  const refresh = useCallback(() => {
    void readHealth().then(setHealth);
  }, [readHealth]);
  useEffect(refresh, [refresh]);
  if (health === undefined) return null;
  return (
    <>
      <Facts health={health} onChange={refresh} />
      <RecordsCheck onChecked={refresh} />
      <Certificates certificates={health.certificates} />
      <EraseEverything />
    </>
  );
}

interface FactsProps {
  readonly health: Health;
  onChange(): void;
}

function Facts({ health, onChange }: FactsProps) {
  const strings = useStrings().health;
  const language = useLanguage();
  const { usedBytes, quotaBytes, consultations, images, lastBackupMs } = health;
  const used = usedBytes === undefined ? undefined : formatBytes(usedBytes, language);
  return (
    <dl className={css.facts}>
      <dt>{strings.used}</dt>
      <dd>
        {used === undefined && strings.unknown}
        {used !== undefined &&
          (quotaBytes === undefined
            ? used
            : strings.usedOf(used, formatBytes(quotaBytes, language)))}
      </dd>
      <dt>{strings.kept}</dt>
      <dd>
        <Promised isPersistent={health.isPersistent} onAsked={onChange} />
      </dd>
      <dt>{strings.records}</dt>
      <dd>
        {strings.counts(
          formatCount(consultations, language),
          formatCount(images, language),
        )}
      </dd>
      <dt>{strings.secondCopy}</dt>
      <dd>
        <SecondCopy secondCopy={health.secondCopy} />
      </dd>
      <dt>{strings.backup}</dt>
      <dd>
        {lastBackupMs === undefined
          ? strings.noBackup
          : formatTime(lastBackupMs, language)}
      </dd>
      <dt>{strings.check}</dt>
      <dd>
        <LastCheck lastCheck={health.lastCheck} />
      </dd>
    </dl>
  );
}

interface PromisedProps {
  readonly isPersistent: boolean | undefined;
  onAsked(): void;
}

/** Whether the browser promised to keep it, and asking for that. */
function Promised({ isPersistent, onAsked }: PromisedProps) {
  const strings = useStrings().health;
  const { askToKeep } = useActions();
  const [wasAsked, setWasAsked] = useState(false);
  if (isPersistent === true) return <>{strings.persistent}</>;
  const ask = async () => {
    await askToKeep();
    setWasAsked(true);
    onAsked();
  };
  return (
    <>
      <p>{isPersistent === undefined ? strings.unknown : strings.notPersistent}</p>
      <p>{strings.safari}</p>
      {isPersistent === false && (
        <Button onClick={() => void ask()}>{strings.askToKeep}</Button>
      )}
      <p role="status">{wasAsked && strings.refused}</p>
    </>
  );
}

/** The copy in files of its own, and when it was needed. */
function SecondCopy({ secondCopy }: Pick<Health, 'secondCopy'>) {
  const strings = useStrings().health;
  const language = useLanguage();
  const { state, usedBytes, broughtBack } = secondCopy;
  return (
    <>
      {strings.secondCopyIs[state]}
      {state !== 'none' &&
        usedBytes !== undefined &&
        ` ${strings.secondCopyTakes(formatBytes(usedBytes, language))}`}
      {broughtBack !== undefined && (
        <p>
          {strings.broughtBack(
            formatTime(broughtBack.timeMs, language),
            formatCount(broughtBack.records, language),
          )}
        </p>
      )}
    </>
  );
}

function LastCheck({ lastCheck }: Pick<Health, 'lastCheck'>) {
  const strings = useStrings().health;
  const language = useLanguage();
  if (lastCheck === undefined) return <>{strings.noCheck}</>;
  const time = formatTime(lastCheck.timeMs, language);
  return (
    <>
      {lastCheck.faults === 0
        ? strings.checkedWell(time)
        : strings.checkedBadly(time, formatCount(lastCheck.faults, language))}
    </>
  );
}
