/** @file The page of requests: where they went, then day by day. */
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RequestDay } from '../../app/actions.ts';
import { kindOf, requestsCsv } from '../../app/requests.ts';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { type DialogProps, Modal } from '../controls/modal.tsx';
import { saveFile } from '../controls/save-file.ts';
import { formatBytes, formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { DayTable, dayName } from './day-table.tsx';
import css from './requests.module.css';

export function RequestsDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().requests;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.title}
      description={strings.about}
      shape="page"
    >
      <Contents />
    </Modal>
  );
}

function Contents() {
  const strings = useStrings().requests;
  const { readRequests } = useActions();
  const [days, setDays] = useState<readonly RequestDay[] | 'unknown'>();
  useEffect(
    () => void readRequests().then((read) => setDays(read ?? 'unknown')),
    [readRequests],
  );
  if (days === undefined) return null;
  if (days === 'unknown') return <p>{strings.unknown}</p>;
  if (days.length === 0) return <p>{strings.none}</p>;
  return (
    <>
      <Sums days={days} />
      <div>
        <Button
          onClick={() =>
            saveFile('pulsemind-requests.csv', requestsCsv(days), 'text/csv')
          }
        >
          <Download size={17} aria-hidden /> {strings.save}
        </Button>
      </div>
      {days.map((day, at) => (
        <DayTable key={day.day} day={day} isOpen={at === 0} />
      ))}
      <p className={css.soft}>{strings.notSeen}</p>
    </>
  );
}

/** How many in all, and whether any went elsewhere. */
function Sums({ days }: { readonly days: readonly RequestDay[] }) {
  const all = useStrings();
  const strings = all.requests;
  const language = useLanguage();
  const rows = days.flatMap((day) => day.rows);
  const made = rows.filter((row) => kindOf(row) !== 'blocked');
  const sum = (of: typeof rows) => of.reduce((total, row) => total + row.count, 0);
  const count = (of: typeof rows) => formatCount(sum(of), language);
  const elsewhere = made.filter((row) => kindOf(row) === 'elsewhere');
  const blocked = rows.filter((row) => kindOf(row) === 'blocked');
  const bytes = made.reduce((total, row) => total + row.bytes, 0);
  const first = days.at(-1);
  return (
    <div className={css.sums}>
      <p>
        {strings.total(
          strings.requests(count(made)),
          dayName(first?.day ?? '', language, strings.before),
          formatBytes(bytes, language),
        )}{' '}
        {elsewhere.length === 0 && strings.allOwn(location.origin)}
      </p>
      {elsewhere.length > 0 && (
        <p className={css.foreign}>{strings.elsewhere(count(elsewhere))}</p>
      )}
      {blocked.length > 0 && (
        <p className={css.foreign}>{strings.blocked(count(blocked))}</p>
      )}
    </div>
  );
}
