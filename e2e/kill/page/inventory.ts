/** @file Everything that is kept, read through the app as a person would see it. */
import type { App } from '../../../src/app/actions.ts';
import { sha256Hex } from '../../../src/base/sha256.ts';
import type { Consultation, Inventory } from '../page-api.ts';
import { dataLosses } from './data-loss.ts';
import { findHalfWritten } from './raw-database.ts';
import { consultationOf, problemsOf } from './tell.ts';

export async function takeInventory(app: App, name: string): Promise<Inventory> {
  const complaints: string[] = [];
  const consultations: Consultation[] = [];
  for (const { id, title } of app.state.getState().conversations) {
    await app.actions.openConsultation(id);
    const { current } = app.state.getState();
    if (current.kind !== 'open' || current.conversation.id !== id) {
      complaints.push(`“${title}” is listed and does not open.`);
      continue;
    }
    const consultation = consultationOf(app.state.getState(), current.conversation);
    consultations.push(consultation);
    complaints.push(...(await checkImages(app, consultation)));
  }
  const audit = await app.actions.readAudit();
  if (audit === undefined) complaints.push('The audit does not read.');
  for (const { kind, seq } of audit?.faults ?? []) {
    complaints.push(`Entry ${seq} of the audit is ${kind}.`);
  }
  complaints.push(...(await checkRecords(app)));
  app.actions.newConsultation();
  const state = app.state.getState();
  return {
    consultations,
    drafts: Object.values(state.drafts).map(({ text }) => text),
    losses: dataLosses(),
    auditEntries: audit?.entries.length ?? 0,
    complaints: [...complaints, ...problemsOf(state), ...(await findHalfWritten(name))],
  };
}

/** What the app itself finds. */
async function checkRecords(app: App): Promise<string[]> {
  const report = await app.actions.checkRecords(() => {}, new AbortController().signal);
  if (report === undefined) return ['The check of all records did not end.'];
  return report.faults.map((fault) => `The app finds: ${JSON.stringify(fault)}.`);
}

/** Reads every image of a consultation and compares it with the hash its turn names. */
async function checkImages(app: App, { id, turns }: Consultation): Promise<string[]> {
  const complaints: string[] = [];
  for (const sha256 of new Set(turns.flatMap(({ images }) => images))) {
    const blob = await app.readAttachment(id, sha256);
    const found = blob && (await sha256Hex(new Uint8Array(await blob.arrayBuffer())));
    if (found !== sha256) {
      const what = found === undefined ? 'is gone' : 'has other bytes';
      complaints.push(`An image of ${id} ${what}: ${sha256}.`);
    }
  }
  return complaints;
}
