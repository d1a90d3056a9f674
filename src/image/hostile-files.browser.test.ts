/**
 * @file Files made to hang or crash who reads them: each becomes an image or an
 * error that names it, in time, and the next file is read as if nothing was.
 */
import { sample, uint8Array } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damage, damaged, FILE_KINDS, joined } from '../testing/damaged-files.ts';
import { isKind } from '../base/errors.ts';
import { PictureReader } from './picture-reader.ts';
import { startPictureThread } from './start-picture-thread.ts';

const CASES = 320;
const SEED = 20261122;
const LIMIT_MS = 5000;

const FILES = import.meta.glob<string>('../testing/files/*', {
  query: '?url',
  import: 'default',
  eager: true,
});
const reader = new PictureReader({ start: startPictureThread, limitMs: LIMIT_MS });
const originals = new Map<string, Uint8Array<ArrayBuffer>>();

beforeAll(async () => {
  for (const type of ['jpeg', 'png', 'webp']) {
    originals.set(type, await painted(`image/${type}`));
  }
  originals.set('heic', await fetched('turned.heic'));
  originals.set('pdf', await fetched('report.pdf'));
});
afterAll(() => reader.stop());

async function painted(type: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(96, 64);
  const context = canvas.getContext('2d');
  const noise = sample(uint8Array({ minLength: 96 * 64 * 4, maxLength: 96 * 64 * 4 }), {
    seed: SEED,
    numRuns: 1,
  });
  context?.putImageData(
    new ImageData(Uint8ClampedArray.from(noise[0] ?? []), 96, 64),
    0,
    0,
  );
  const blob = await canvas.convertToBlob({ type, quality: 0.8 });
  return new Uint8Array(await blob.arrayBuffer());
}

async function fetched(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(FILES[`../testing/files/${name}`] ?? '');
  return new Uint8Array(await response.arrayBuffer());
}

type Outcome = 'image' | 'refused';

/** @throws what is neither an image nor an error that names the file */
async function outcome(read: (file: File) => Promise<unknown>, file: File) {
  const began = performance.now();
  let ended: Outcome = 'image';
  try {
    await read(file);
  } catch (error) {
    if (!isKind(error, 'bad-input') || !error.message.includes(file.name)) throw error;
    ended = 'refused';
  }
  const tookMs = performance.now() - began;
  expect(tookMs).toBeLessThan(LIMIT_MS + 1000);
  return { ended };
}

test.each(FILE_KINDS)(
  `${CASES} damaged files of kind %s each become an image or an error that names it, in time`,
  async (kind) => {
    const original = originals.get(kind) ?? new Uint8Array();
    const read = (file: File) =>
      kind === 'pdf' ? reader.page(file, 1) : reader.image(file);
    const counts = { image: 0, refused: 0 };
    for (const how of sample(damage, { seed: SEED, numRuns: CASES })) {
      const file = new File([damaged(original, how, originals)], `case.${kind}`);
      const { ended } = await outcome(read, file);
      counts[ended] += 1;
    }
    expect(counts.refused).toBeGreaterThan(CASES / 10);
    expect(await outcome(read, new File([original], 'whole'))).toMatchObject({
      ended: 'image',
    });
  },
);

test('a picture that says it has too many pixels is refused before it is decoded', async () => {
  for (const [kind, forge] of Object.entries(FORGED_SIZES)) {
    const bytes = Uint8Array.from(originals.get(kind) ?? []);
    forge(new DataView(bytes.buffer), bytes);
    const began = performance.now();
    await expect(reader.image(new File([bytes], `bomb.${kind}`))).rejects.toMatchObject(
      {
        details: { why: 'too-large', name: `bomb.${kind}` },
      },
    );
    expect(performance.now() - began).toBeLessThan(1000);
  }
});

type Forge = (view: DataView, bytes: Uint8Array) => void;

const FORGED_SIZES: Readonly<Record<string, Forge>> = {
  png(view) {
    view.setUint32(16, 60_000);
    view.setUint32(20, 60_000);
  },
  jpeg(view, bytes) {
    const frame = bytes.findIndex(
      (byte, at) => byte === 0xff && bytes[at + 1] === 0xc0,
    );
    view.setUint16(frame + 5, 65_500);
    view.setUint16(frame + 7, 65_500);
  },
  heic(view, bytes) {
    const ispe = [0x69, 0x73, 0x70, 0x65];
    bytes.forEach((_, at) => {
      if (!ispe.every((byte, index) => bytes[at + index] === byte)) return;
      view.setUint32(at + 8, 30_000);
      view.setUint32(at + 12, 30_000);
    });
  },
};

test('a PDF whose streams unpack to a hundred times their size is drawn or refused in time', async () => {
  const content = 'q 1 0 0 1 0 0 cm Q\n'.repeat(2_000_000);
  const packed = await deflated(content);
  const file = new File([pdfWith(packed)], 'bomb.pdf');
  expect(file.size).toBeLessThan(content.length / 100);
  await outcome((bomb) => reader.page(bomb, 1), file);
  const whole = new File([originals.get('pdf') ?? new Uint8Array()], 'whole.pdf');
  expect(await reader.page(whole, 1)).toMatchObject({ widthPx: 1653 });
});

async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text])
    .stream()
    .pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** One page; without a table of objects, which readers then look for themselves. */
function pdfWith(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = (value: string) => new TextEncoder().encode(value);
  return joined(
    text('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    text('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    text(
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>\nendobj\n',
    ),
    text(`4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    text('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  );
}
