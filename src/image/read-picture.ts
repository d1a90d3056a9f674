/**
 * @file A chosen image file becomes a picture that can be kept.
 *
 * A photo tells where and when it was taken and by whom; all of that stays out
 * of the record. A PNG or JPEG that carries nothing beside its pixels is kept
 * byte for byte. Everything else is drawn upright and encoded anew: photos as
 * JPEG, the rest as PNG. It runs in `picture-thread.ts`, which can be ended.
 */
import { AssistantError, isKind } from '../base/errors.ts';
import { canvasOf } from './canvas-of.ts';
import { headerSize } from './header-size.ts';
import { imageKind, type ImageKind } from './image-kind.ts';
import { isBare } from './image-metadata.ts';
import { encodePicture, type Picture } from './picture.ts';
import { bytesOfFile, checkPixels, unusable } from './unusable-file.ts';

/** Told between steps that each take a while, with what begins. */
type OnStage = (next: 'reading' | 'loading') => void;

/**
 * @throws AssistantError 'bad-input' that names the file and says what would work
 */
export async function readPicture(file: File, onStage: OnStage): Promise<Picture> {
  const { name } = file;
  const bytes = await bytesOfFile(file);
  const kind = imageKind(bytes);
  const told = headerSize(kind, bytes);
  if (told !== undefined) checkPixels(name, told.widthPx, told.heightPx);
  const bitmap = await decode(name, kind, bytes, onStage);
  onStage('reading');
  try {
    const { width: widthPx, height: heightPx } = bitmap;
    checkPixels(name, widthPx, heightPx);
    const mediaType = isPhoto(kind) ? 'image/jpeg' : 'image/png';
    if (isBare(kind, bytes)) {
      return {
        blob: new Blob([bytes], { type: mediaType }),
        mediaType,
        widthPx,
        heightPx,
      };
    }
    const { canvas, context } = canvasOf(widthPx, heightPx);
    context.drawImage(bitmap, 0, 0);
    return await encodePicture(canvas, mediaType);
  } finally {
    bitmap.close();
  }
}

function isPhoto(kind: ImageKind): boolean {
  return kind === 'JPEG' || kind === 'HEIC';
}

/** The picture as it is meant to be seen; by the browser where it can. */
async function decode(
  name: string,
  kind: ImageKind,
  bytes: Uint8Array<ArrayBuffer>,
  onStage: OnStage,
): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes]), {
      imageOrientation: 'from-image',
    });
  } catch (cause) {
    if (kind !== 'HEIC') throw refusal(name, kind, cause);
  }
  try {
    onStage('loading');
    const { decodeHeic } = await heic();
    onStage('reading');
    return await decodeHeic(bytes);
  } catch (cause) {
    if (isKind(cause, 'network')) throw cause;
    throw unusable(
      name,
      'damaged',
      'is a damaged HEIC photo, or of a kind that cannot be read. Save it as JPEG and attach that.',
      cause,
    );
  }
}

/** Loaded with the first such photo. */
async function heic() {
  try {
    return await import('./decode-heic.ts');
  } catch (cause) {
    throw new AssistantError(
      'network',
      'The part of this page that reads HEIC photos could not be fetched. Try again when the server can be reached.',
      { url: 'heic' },
      { cause },
    );
  }
}

function refusal(name: string, kind: ImageKind, cause: unknown) {
  switch (kind) {
    case 'PNG':
    case 'JPEG':
    case 'WebP':
    case 'GIF':
    case 'BMP':
    case 'AVIF':
      return unusable(
        name,
        'damaged',
        `is a damaged ${kind} image, or not an image this browser can read. Save it again as PNG or JPEG.`,
        cause,
      );
    case 'DICOM':
    case 'TIFF':
      return unusable(
        name,
        'format',
        `is a ${kind} file. Export the picture as PNG or JPEG and attach that.`,
        cause,
      );
    case 'HEIC':
    case 'PDF':
    case 'unknown':
      return unusable(
        name,
        'format',
        'is not an image this browser can read. Attach a PNG or JPEG.',
        cause,
      );
  }
}
