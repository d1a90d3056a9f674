/** @file What was erased on this device, each with its certificate as a file. */
import { certificateOf } from '../../app/erasure-certificate.ts';
import type { Certificate } from '../../app/health.ts';
import { Button } from '../controls/button.tsx';
import { formatCount, formatTime } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './health.module.css';
import { saveCertificate } from './save-certificate.ts';

interface CertificatesProps {
  readonly certificates: readonly Certificate[];
}

export function Certificates({ certificates }: CertificatesProps) {
  const strings = useStrings().health;
  if (certificates.length === 0) return null;
  return (
    <details className={css.section}>
      <summary>{strings.certificates}</summary>
      <ul className={css.rows} aria-label={strings.certificates}>
        {certificates.map((made) => (
          <Row key={made.id} made={made} />
        ))}
      </ul>
    </details>
  );
}

function Row({ made }: { readonly made: Certificate }) {
  const strings = useStrings().health;
  const language = useLanguage();
  const what =
    made.what === 'patient'
      ? strings.erasedPatient(formatCount(made.conversationIds.length, language))
      : strings.erasedConsultation;
  const line = strings.certificate(formatTime(made.timeMs, language), what);
  return (
    <li className={css.row}>
      <span>{line}</span>
      <Button
        aria-label={strings.saveCertificateOf(line)}
        onClick={() => saveCertificate(certificateOf(made))}
      >
        {strings.saveCertificate}
      </Button>
    </li>
  );
}
