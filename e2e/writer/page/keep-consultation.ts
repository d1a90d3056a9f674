/** @file Keeps a consultation with its turns, its images and its patient, at once. */
import { sha256Hex } from '../../../src/base/sha256.ts';
import type { Attachment, Message } from '../../../src/clinic/conversation.ts';
import type { Kept } from '../../../src/app/core.ts';
import type { KeptImage } from '../../../src/store/sealed-records.ts';
import { ORIGIN } from '../../../src/testing/answer-origin.ts';
import type { WrittenConsultation, WrittenImage, WrittenTurn } from '../page-api.ts';

type Image = readonly [attachment: Attachment, kept: KeptImage];

/** Begins to write; resolves once this tab is the one that does. */
export async function beginToWrite({ lease }: Kept): Promise<void> {
  await lease.start();
  if (lease.state.kind === 'writing') return;
  await new Promise<void>((resolve) => {
    lease.subscribe(({ kind }) => {
      if (kind === 'writing') resolve();
    });
  });
}

export async function keepConsultation(
  kept: Kept,
  { id, title, tags = [], patient, turns }: WrittenConsultation,
): Promise<void> {
  const nowMs = Date.now();
  const images: KeptImage[] = [];
  const messages: Message[] = [];
  for (const [at, turn] of turns.entries()) {
    const drawn = await Promise.all((turn.images ?? []).map(drawImage));
    images.push(...drawn.map(([, image]) => image));
    const attachments = drawn.map(([attachment]) => attachment);
    messages.push({ ...messageOf(id, at, turn, nowMs), attachments });
  }
  await kept.conversations.keepTurn({
    conversationId: id,
    title,
    messages,
    images,
    nowMs,
  });
  const patientId = `${id}-patient`;
  if (patient !== undefined) {
    const times = { createdMs: nowMs, updatedMs: nowMs };
    await kept.patients.keep({ id: patientId, name: patient, ...times });
  }
  await kept.conversations.change(id, {
    tags: [...tags],
    ...(patient !== undefined && { patientId }),
  });
}

function messageOf(
  id: string,
  at: number,
  { role, text, checkpoint }: WrittenTurn,
  createdMs: number,
): Omit<Message, 'attachments'> {
  return {
    id: `${id}-${at}`,
    parentId: at === 0 ? null : `${id}-${at - 1}`,
    role,
    text,
    state: 'complete',
    createdMs,
    ...(checkpoint !== undefined && { provenance: madeBy(checkpoint) }),
  };
}

function madeBy(checkpoint: string): NonNullable<Message['provenance']> {
  return {
    checkpoint,
    quantization: 'mixed',
    device: 'CPU',
    promptTokens: 7,
    reusedTokens: 0,
    newTokens: 7,
    decodeTokensPerSecond: 1,
    origin: ORIGIN,
  };
}

/** A grey picture with its number on it, so that no two are the same. */
async function drawImage({ name, caption, number }: WrittenImage): Promise<Image> {
  const [widthPx, heightPx] = [640, 480];
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('There is no canvas here.');
  pen.fillStyle = `hsl(210 8% ${30 + (number % 40)}%)`;
  pen.fillRect(0, 0, widthPx, heightPx);
  pen.fillStyle = 'white';
  pen.font = '120px sans-serif';
  pen.fillText(String(number), 200, 280);
  const mediaType = 'image/png';
  const blob = await canvas.convertToBlob({ type: mediaType });
  const bytes = await blob.arrayBuffer();
  const sha256 = await sha256Hex(new Uint8Array(bytes));
  const sizeBytes = bytes.byteLength;
  const said = caption === undefined ? {} : { caption };
  return [
    { sha256, name, mediaType, widthPx, heightPx, sizeBytes, ...said },
    { sha256, mediaType, bytes },
  ];
}
