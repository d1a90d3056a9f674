/** @file From a seed to a record and its PNG files. */
import { encode } from 'fast-png';
import { sha256Hex } from '../base/sha256.ts';
import { must } from '../base/assert.ts';
import { drawImage } from './drawing/draw-image.ts';
import {
  captionOf,
  recordOf,
  type MediScopeRecord,
  type RecordedImage,
} from './record.ts';
import { referenceDialogue } from './reference-dialogue.ts';
import { fingerprint, sampleCase, type Draw } from './sample-case.ts';

export interface MadeCase {
  readonly record: MediScopeRecord;
  /** The PNG of each image of the record, in the same order. */
  readonly pngs: readonly Uint8Array[];
}

/** The same draw gives the same bytes on every machine. */
export async function makeCase(draw: Draw): Promise<MadeCase> {
  const clinicCase = sampleCase(draw);
  const pngs = clinicCase.images.map((recipe) => {
    const { widthPx, heightPx, data } = drawImage(recipe);
    return encode({ width: widthPx, height: heightPx, data, channels: 3, depth: 8 });
  });
  const images = await Promise.all(
    clinicCase.images.map(async (recipe, index): Promise<RecordedImage> => {
      const png = must(pngs[index], 'every recipe was drawn');
      const view = new DataView(png.buffer, png.byteOffset);
      const { kind, finding, seed, nuisance } = recipe;
      return {
        path: `images/${clinicCase.id}-${index + 1}.png`,
        sha256: await sha256Hex(png),
        widthPx: view.getUint32(16), // of the header chunk
        heightPx: view.getUint32(20),
        kind,
        finding,
        caption: captionOf(recipe, clinicCase.language),
        seed,
        nuisance,
      };
    }),
  );
  const patientKey = await sha256Hex(new TextEncoder().encode(fingerprint(clinicCase)));
  const dialogue = referenceDialogue(clinicCase);
  return { record: recordOf(clinicCase, { dialogue, images, patientKey }), pngs };
}
