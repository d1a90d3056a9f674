/** @file A draft as it is typed, and as it lies sealed. */
import * as v from 'valibot';
import type { CaseFacts } from '../clinic/case-facts.ts';
import type { Attachment } from '../clinic/conversation.ts';
import type { SyntheticPatient } from '../clinic/synthetic-patient.ts';
import { attachment, caseFacts, syntheticPatient } from './records.ts';
import { type Place, seal, sealJson, unseal, unsealJson } from './seal.ts';
import { check } from './sealed-records.ts';

export interface KeptDraft {
  /** Names the consultation that it was written in. */
  readonly key: string;
  readonly text: string;
  /** The kept turn that it replaces. */
  readonly editing?: string;
  /** Words of the turn that waits for the running answer. */
  readonly queued?: string;
  /** Of the case, as long as its consultation is not kept. */
  readonly facts?: CaseFacts;
  /** Of a demonstration, likewise. */
  readonly syntheticPatient?: SyntheticPatient;
  readonly images: readonly {
    readonly attachment: Attachment;
    /** True for an image of the turn that waits. */
    readonly isQueued?: boolean;
    bytes(): Promise<ArrayBuffer>;
  }[];
}

const content = v.object({
  key: v.string(),
  text: v.string(),
  editing: v.exactOptional(v.string()),
  queued: v.exactOptional(v.string()),
  facts: v.exactOptional(caseFacts),
  syntheticPatient: v.exactOptional(syntheticPatient),
  attachments: v.array(
    v.object({ ...attachment.entries, isQueued: v.exactOptional(v.boolean()) }),
  ),
});

export interface SealedDraft {
  readonly id: string;
  /** `content` */
  readonly sealed: ArrayBuffer;
  readonly sealedImages: readonly ArrayBuffer[];
}

/** @param before - the draft as it lies there; an image that keeps its place is not sealed again */
export async function sealDraft(
  own: CryptoKey,
  id: string,
  { images, ...words }: KeptDraft,
  before?: PlacedImages,
): Promise<SealedDraft & PlacedImages> {
  const attachments = images.map(({ attachment: kept, isQueued }) => ({
    ...kept,
    ...(isQueued === true && { isQueued }),
  }));
  const hashes = attachments.map((kept) => kept.sha256);
  return {
    id,
    sealed: await sealJson(own, ['drafts', id], { ...words, attachments }),
    hashes,
    sealedImages: await Promise.all(
      images.map(async (image, at) => {
        const isThere = before?.hashes[at] === image.attachment.sha256;
        const kept = isThere ? before.sealedImages[at] : undefined;
        return kept ?? seal(own, placeOfImage(id, at), await image.bytes());
      }),
    ),
  };
}

/** The images of a draft as they were sealed last. */
export interface PlacedImages {
  readonly hashes: readonly string[];
  readonly sealedImages: readonly ArrayBuffer[];
}

/** @throws AssistantError 'bad-data' */
export async function openDraft(
  own: CryptoKey,
  { id, sealed, sealedImages }: SealedDraft,
): Promise<KeptDraft> {
  const opened = await unsealJson(own, ['drafts', id], sealed);
  const { attachments, ...words } = check(content, opened);
  const images = await Promise.all(
    attachments.map(async ({ isQueued, ...kept }, at) => {
      const image = sealedImages[at] ?? new ArrayBuffer(0);
      const bytes = await unseal(own, placeOfImage(id, at), image);
      return {
        attachment: kept,
        ...(isQueued === true && { isQueued }),
        bytes: async () => bytes,
      };
    }),
  );
  return { ...words, images };
}

function placeOfImage(id: string, at: number): Place {
  return ['draft-images', id, at];
}
