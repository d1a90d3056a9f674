/** @file A certificate of an erasure as a file. */
import type { ErasureCertificate } from '../../app/erasure-certificate.ts';
import { saveFile } from '../controls/save-file.ts';

export function saveCertificate(certificate: ErasureCertificate): void {
  const name = `erasure-${certificate.time.slice(0, 19).replaceAll(':', '-')}.json`;
  saveFile(name, `${JSON.stringify(certificate, null, 2)}\n`, 'application/json');
}
