/** @file A draft as it is typed, and as it lies sealed. */
import * as v from 'valibot';
import type { Attachment } from '../clinic/conversation.ts';
import { attachment } from './records.ts';
import { type Place, seal, sealJson, unseal, unsealJson } from './seal.ts';
import { check } from './sealed-records.ts';

export interface KeptDraft {
  /** Names the consultation that it was written in. */
  readonly key: string;
  readonly text: string;
  /** The kept turn that it replaces. */
  readonly editing?: string;
  readonly images: readonly {
    readonly attachment: Attachment;
    readonly bytes: ArrayBuffer;
  }[];
}

const content = v.object({
  key: v.string(),
  text: v.string(),
  editing: v.exactOptional(v.string()),
  attachments: v.array(attachment),
});

export interface SealedDraft {
  readonly id: string;
  /** `content` */
  readonly sealed: ArrayBuffer;
  readonly sealedImages: readonly ArrayBuffer[];
}

export async function sealDraft(
  own: CryptoKey,
  { images, ...words }: KeptDraft,
): Promise<SealedDraft> {
  const id = crypto.randomUUID();
  const attachments = images.map((image) => image.attachment);
  return {
    id,
    sealed: await sealJson(own, ['drafts', id], { ...words, attachments }),
    sealedImages: await Promise.all(
      images.map(({ bytes }, at) => seal(own, placeOfImage(id, at), bytes)),
    ),
  };
}

/** @throws AssistantError 'bad-data' */
export async function openDraft(
  own: CryptoKey,
  { id, sealed, sealedImages }: SealedDraft,
): Promise<KeptDraft> {
  const opened = await unsealJson(own, ['drafts', id], sealed);
  const { attachments, ...words } = check(content, opened);
  const images = await Promise.all(
    attachments.map(async (kept, at) => {
      const image = sealedImages[at] ?? new ArrayBuffer(0);
      const bytes = await unseal(own, placeOfImage(id, at), image);
      return { attachment: kept, bytes };
    }),
  );
  return { ...words, images };
}

function placeOfImage(id: string, at: number): Place {
  return ['draft-images', id, at];
}
