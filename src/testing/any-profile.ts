/** @file Any profile: consultations with branches, images, captions, tags, patients, opinions. */
import * as fc from 'fast-check';
import { sha256Hex } from '../base/sha256.ts';
import type { Comparison } from '../clinic/comparison.ts';
import type { Attachment, Message } from '../clinic/conversation.ts';
import type { KeptImage } from '../store/sealed-records.ts';
import type { TestProfile } from './profiles.ts';

const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('胸痛六小时', 'Chest pain since 6 am.', '', '\ud800 alone', '𝔘'),
);
const state = fc.constantFrom('complete', 'complete', 'stopped', 'failed', 'growing');

const anyTurn = fc.record({
  /** Which of the turns before it answers; modulo how many there are and none. */
  parent: fc.nat(50),
  isQuestion: fc.boolean(),
  text: words,
  state,
  /** Numbers of images. */
  images: fc.uniqueArray(
    fc.oneof(
      { weight: 12, arbitrary: fc.nat(3) },
      { weight: 1, arbitrary: fc.constant(4) },
    ),
    { maxLength: 3 },
  ),
  caption: fc.option(words, { nil: undefined }),
  review: fc.option(fc.constantFrom('accepted', 'edited', 'rejected'), {
    nil: undefined,
  }),
  /** Compared with which. */
  compared: fc.option(fc.nat(50), { nil: undefined }),
});

const anyConsultation = fc.record({
  turns: fc.array(anyTurn, { minLength: 1, maxLength: 7 }),
  tags: fc.array(words, { maxLength: 3 }),
  patient: fc.option(fc.nat(2), { nil: undefined }),
  leaf: fc.nat(50),
});

export const anyProfile = fc.record({
  consultations: fc.array(anyConsultation, { maxLength: 4 }),
  patients: fc.array(words, { minLength: 3, maxLength: 3 }),
  theme: fc.option(fc.constantFrom('light', 'dark'), { nil: undefined }),
});

type Made<T> = T extends fc.Arbitrary<infer M> ? M : never;
export type AnyProfile = Made<typeof anyProfile>;
type AnyConsultation = Made<typeof anyConsultation>;
type AnyTurn = Made<typeof anyTurn>;

/** Writes it as a person would, turn by turn. */
export async function fill(profile: TestProfile, given: AnyProfile): Promise<void> {
  for (const [at, name] of given.patients.entries()) {
    await profile.patients.keep({ id: `p${at}`, name, createdMs: 1, updatedMs: 2 });
  }
  await profile.settings.write({ theme: given.theme });
  for (const [at, consultation] of given.consultations.entries()) {
    await fillConsultation(profile, `c${at}`, consultation);
  }
}

async function fillConsultation(
  profile: TestProfile,
  id: string,
  { turns, tags, patient, leaf }: AnyConsultation,
): Promise<void> {
  for (const [at, given] of turns.entries()) await keepTurn(profile, id, at, given);
  await profile.conversations.change(id, {
    tags,
    leafId: `${id}-${leaf % turns.length}`,
    ...(patient !== undefined && { patientId: `p${patient}` }),
  });
}

async function keepTurn(
  profile: TestProfile,
  id: string,
  at: number,
  given: AnyTurn,
): Promise<void> {
  const images = await Promise.all(given.images.map((number) => imageOf(number)));
  const parent = given.parent % (at + 1);
  const message: Message = {
    id: `${id}-${at}`,
    parentId: parent === at ? null : `${id}-${parent}`,
    role: given.isQuestion ? 'user' : 'assistant',
    text: given.text,
    attachments: images.map((image) => attachmentOf(image, given.caption)),
    state: given.state,
    createdMs: at + 1,
  };
  await profile.keep(id, message, images);
  const { review, compared } = given;
  if (review !== undefined) {
    const note = { id: `r-${message.id}`, messageId: message.id, createdMs: at };
    await profile.reviews.add(id, { ...note, verdict: review, text: given.text });
  }
  if (compared !== undefined) {
    await profile.comparisons.add(
      id,
      comparisonOf(message.id, `${id}-${compared % (at + 1)}`),
    );
  }
}

function comparisonOf(firstId: string, secondId: string): Comparison {
  const better = {
    proactiveness: 'first',
    accuracy: 'tie',
    usefulness: 'second',
    languageQuality: 'tie',
  } as const;
  return { id: `k-${firstId}`, firstId, secondId, better, createdMs: 3 };
}

/** The image of a number; some are larger than a chunk of an archive is full at. */
export async function imageOf(number: number): Promise<KeptImage> {
  const bytes = new Uint8Array(number === 4 ? 600_000 : 10 + number).fill(number + 1);
  return {
    sha256: await sha256Hex(bytes),
    mediaType: 'image/png',
    bytes: bytes.buffer,
  };
}

function attachmentOf(image: KeptImage, caption: string | undefined): Attachment {
  const { sha256, mediaType, bytes } = image;
  return {
    sha256,
    mediaType,
    name: `${sha256.slice(0, 4)}.png`,
    widthPx: 4,
    heightPx: 3,
    sizeBytes: bytes.byteLength,
    ...(caption !== undefined && { caption }),
  };
}
