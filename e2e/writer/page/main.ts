/** @file A page on the app's origin that writes consultations into its database, by the app's own store. */
import { openKept } from '../../../src/app/open-kept.ts';
import type { Writer } from '../page-api.ts';
import { beginToWrite, keepConsultation } from './keep-consultation.ts';

const writer: Writer = {
  async write(consultations) {
    const kept = await openKept({
      onClosed: () => {},
      beforeHandOver: async () => {},
      onProblem: (problem) => console.error(problem),
    });
    await beginToWrite(kept);
    for (const one of consultations) await keepConsultation(kept, one);
    await kept.close();
  },
};

Object.assign(window, { writer });
