/** @file The error that names a file which cannot become an image, and says what would work. */
import { AssistantError, type ErrorDetails } from '../base/errors.ts';
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from './image-limits.ts';

export type WhyUnusable = NonNullable<ErrorDetails['bad-input']['why']>;

export function unusable(
  name: string,
  why: WhyUnusable,
  sentence: string,
  cause?: unknown,
): AssistantError {
  return new AssistantError(
    'bad-input',
    `${name || 'The pasted file'} ${sentence}`,
    { what: 'image', why, ...(name !== '' && { name }) },
    { cause },
  );
}

function checkFileSize({ name, size }: File): void {
  if (size <= MAX_IMAGE_BYTES) return;
  const most = MAX_IMAGE_BYTES / 2 ** 20;
  throw unusable(
    name,
    'too-large',
    `is larger than ${most} MB. Attach a smaller copy.`,
  );
}

function checkNotEmpty({ name, size }: File): void {
  if (size > 0) return;
  throw unusable(name, 'empty', 'is empty. Choose another file.');
}

/** All of a file that is neither too large nor empty. */
export async function bytesOfFile(file: File): Promise<Uint8Array<ArrayBuffer>> {
  checkFileSize(file);
  checkNotEmpty(file);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    const sentence = 'is a folder, or is gone from where it was. Choose it again.';
    throw unusable(file.name, 'format', sentence, cause);
  }
}

export function checkPixels(name: string, widthPx: number, heightPx: number): void {
  if (widthPx * heightPx <= MAX_IMAGE_PIXELS) return;
  const sentence = `has ${widthPx}×${heightPx} pixels. Attach a smaller copy.`;
  throw unusable(name, 'too-large', sentence);
}
