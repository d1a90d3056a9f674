/**
 * @file The records of the first generation, in the clear and sealed.
 *
 * Written out by hand: what lies in browsers does not change with the code.
 */
import type { RootKey } from '../../../src/store/root-key.ts';
import { seal, sealJson } from '../../../src/store/seal.ts';
import type { Turn } from '../page-api.ts';
import type { OldCase } from './old-case.ts';

/** By the store that they belong in. */
export type Records = Readonly<Record<string, readonly unknown[]>>;

interface OldImage {
  readonly sha256: string;
  readonly bytes: ArrayBuffer;
}

const TIMES = { createdMs: 1000, updatedMs: 2000 };

/** Between two turns lay a gap wherever one had been edited. */
const placeOf = (id: string, at: number) => ({ conversationId: id, order: at * 2 });

export function plainRecords(
  { id, title, turns }: OldCase,
  { sha256, bytes }: OldImage,
): Records {
  return {
    conversations: [{ version: 1, id, title, ...TIMES }],
    messages: turns.map((turn, at) => ({
      version: 1,
      ...contentOf(turn, bytes.byteLength),
      ...placeOf(id, at),
      attachmentHashes: turn.images,
    })),
    attachments: [{ version: 1, sha256, mediaType: 'image/png', bytes }],
  };
}

export async function sealedRecords(
  root: RootKey,
  { id, title, turns }: OldCase,
  { sha256, bytes }: OldImage,
): Promise<Records> {
  const version = 2;
  const { createdMs, updatedMs } = TIMES;
  const { key, wrapped: wrappedKey } = await root.newKey(id);
  const imageId = await root.imageId(id, sha256);
  const sealed = await sealJson(key, ['conversations', id], { title, createdMs });
  return {
    sealedConversations: [{ version, id, updatedMs, wrappedKey, sealed }],
    sealedMessages: await Promise.all(
      turns.map(async (turn, at) => {
        const place = placeOf(id, at);
        return {
          version,
          id: turn.id,
          ...place,
          state: turn.state,
          attachmentIds: turn.images.length > 0 ? [imageId] : [],
          sealed: await sealJson(
            key,
            ['messages', id, place.order, turn.id],
            contentOf(turn, bytes.byteLength),
          ),
        };
      }),
    ),
    sealedAttachments: [
      {
        version,
        id: imageId,
        sealed: await sealJson(key, ['attachments', imageId], {
          mediaType: 'image/png',
        }),
        sealedBytes: await seal(key, ['attachment-bytes', imageId], bytes),
      },
    ],
  };
}

function contentOf({ parentId: _parent, images, ...turn }: Turn, sizeBytes: number) {
  const size = { widthPx: 10, heightPx: 10, sizeBytes };
  const attachments = images.map((sha256) => ({
    sha256,
    name: 'old.png',
    mediaType: 'image/png',
    ...size,
  }));
  return { ...turn, attachments, createdMs: TIMES.createdMs };
}
