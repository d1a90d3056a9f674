import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { must } from '../../base/assert.ts';
import { AssistantError } from '../../base/errors.ts';
import { archiveOwner, writeToMemory } from '../../testing/archives.ts';
import { quickStretch } from '../../testing/quick-stretch.ts';
import { stretchHere } from '../argon2.ts';
import { newRecoveryCode } from '../recovery-code.ts';
import { sealChunk } from './archive-chunks.ts';
import { archiveFaultOf } from './archive-faults.ts';
import { FIXED_BYTES, MAGIC, MAX_CHUNK_BYTES } from './archive-format.ts';
import { readPreamble, writePreamble } from './archive-header.ts';
import { archiveKey } from './archive-key.ts';
import { type ArchiveRecord, checkRecord, END, recordHead } from './archive-records.ts';
import { openArchive, readArchive } from './read-archive.ts';
import { RecordChain } from './record-chain.ts';
import { archiveCheckpoint } from './write-archive.ts';

const PASSPHRASE = 'correct horse';
const CODE = newRecoveryCode();
const owner = await archiveOwner(PASSPHRASE, { code: CODE });

const kind = fc.constantFrom('message', 'attachment', 'patient', 'constructor');
const bodyBytes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, MAX_CHUNK_BYTES / 2, MAX_CHUNK_BYTES) },
  { weight: 1, arbitrary: fc.integer({ min: 900_000, max: 2_200_000 }) },
);
const anyRecord: fc.Arbitrary<ArchiveRecord> = fc
  .record({
    kind,
    meta: fc.jsonValue(),
    size: fc.option(bodyBytes, { nil: undefined }),
  })
  .map(({ size, ...record }) =>
    size === undefined ? record : { ...record, bytes: noise(size) },
  );
const anyRecords = fc.array(anyRecord, { maxLength: 12 });

/** Three small records in one chunk. */
const SMALL: readonly ArchiveRecord[] = [
  { kind: 'patient', meta: { name: '王 A.' } },
  { kind: 'message', meta: { text: 'Chest pain since 6 am.' } },
  { kind: 'attachment', meta: {}, bytes: noise(40) },
];
/** Four chunks: within and between records. */
const LARGE: readonly ArchiveRecord[] = [
  { kind: 'attachment', meta: { at: 0 }, bytes: noise(600_000) },
  { kind: 'attachment', meta: { at: 1 }, bytes: noise(1_300_000) },
  { kind: 'message', meta: { at: 2 } },
];

const small = await writeToMemory(owner, SMALL);
const large = await writeToMemory(owner, LARGE);

describe('what was written comes back', () => {
  test('any records, in order, with their bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const { bytes } = await writeToMemory(owner, records);
        expect(same(await readAll(bytes), records)).toBe(true);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('no records', async () => {
    const { bytes, checkpoints } = await writeToMemory(owner, []);
    expect(await readAll(bytes)).toEqual([]);
    expect(checkpoints).toEqual([]);
  });

  test('with the recovery code, however it is typed, and with the real Argon2', async () => {
    expect(await readAll(small.bytes, CODE.toLowerCase())).toHaveLength(3);
    const real = await archiveOwner('胸痛 2026', { stretch: stretchHere });
    const { bytes } = await writeToMemory(real, SMALL);
    const archive = await openArchive(new Blob([bytes]), '胸痛 2026', stretchHere);
    expect(same(await gather(archive.records()), SMALL)).toBe(true);
    expect(await faultOf(openArchive(new Blob([bytes]), 'x', stretchHere))).toBe(
      'passphrase',
    );
  }, 30_000);

  test('one record again, from where it was seen', async () => {
    const archive = await openArchive(
      new Blob([large.bytes]),
      PASSPHRASE,
      quickStretch,
    );
    const placed = await gather(archive.records());
    for (const record of placed.toReversed()) {
      const again = await archive.recordAt(must(record.place, 'it was read'));
      expect(same([again], [record])).toBe(true);
    }
  });

  test('after going on from every checkpoint', async () => {
    const records = Array.from({ length: 30 }, (_, at) => ({
      kind: 'attachment',
      meta: { at },
      bytes: noise((at * 123_457) % 400_000),
    }));
    const whole = await writeToMemory(owner, records);
    expect(whole.checkpoints.length).toBeGreaterThan(5);
    for (const checkpoint of whole.checkpoints) {
      const kept = v.parse(archiveCheckpoint, JSON.parse(JSON.stringify(checkpoint)));
      const begun = { bytes: whole.bytes, checkpoints: [kept] };
      const { bytes } = await writeToMemory(owner, records, begun);
      expect(same(await readAll(bytes), records)).toBe(true);
    }
  });

  test('only with the secret it was begun with', async () => {
    const other = await archiveOwner(PASSPHRASE);
    await expect(writeToMemory(other, LARGE, large)).rejects.toThrow(AssistantError);
  });
});

describe('what is not whole is not read as if it were', () => {
  test('cut short at any byte', async () => {
    for (let size = 0; size < small.bytes.length; size++) {
      const fault = await faultOf(readAll(small.bytes.slice(0, size)));
      expect(fault, `${size} bytes`).toBe(size === 0 ? 'no-archive' : 'truncated');
    }
  });

  test('cut short within and between the chunks of a larger one', async () => {
    const cuts = fc.oneof(
      fc.integer({ min: FIXED_BYTES, max: large.bytes.length - 1 }),
      fc.constantFrom(...large.checkpoints.map(({ sizeBytes }) => sizeBytes)),
    );
    await fc.assert(
      fc.asyncProperty(cuts, async (size) => {
        expect(await faultOf(readAll(large.bytes.slice(0, size)))).toBe('truncated');
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('with any bit flipped', async () => {
    for (let at = 0; at < small.bytes.length; at++) {
      const flipped = small.bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const fault = await faultOf(readAll(flipped));
      const faults = at < MAGIC.length ? ['no-archive'] : ['changed', 'truncated'];
      expect(faults, `byte ${at}`).toContain(fault);
    }
  });

  test('with bytes after its end, or chunks in another order', async () => {
    const longer = new Uint8Array([...small.bytes, 0]);
    expect(await faultOf(readAll(longer))).toBe('changed');

    const [first, second] = large.checkpoints.map(({ sizeBytes }) => sizeBytes);
    const { sizeBytes: start } = await readPreamble(new Blob([large.bytes]));
    const file = large.bytes;
    const swapped = new Blob([
      file.slice(0, start),
      file.slice(first, second),
      file.slice(start, first),
      file.slice(second),
    ]);
    expect(await faultOf(gatherFrom(swapped))).toBe('changed');
  });

  test('a chunk of another archive with the same secret', async () => {
    const other = await writeToMemory(owner, LARGE);
    const from = must(large.checkpoints.at(-1), 'it has some').sizeBytes;
    const mixed = new Blob([large.bytes.slice(0, from), other.bytes.slice(from)]);
    expect(await faultOf(gatherFrom(mixed))).toBe('changed');
  });

  test('another passphrase, and a code that is not its own', async () => {
    expect(await faultOf(readAll(small.bytes, 'wrong'))).toBe('passphrase');
    expect(await faultOf(readAll(small.bytes, newRecoveryCode()))).toBe('passphrase');
  });

  test('another file, an empty one, a newer version', async () => {
    expect(await faultOf(gatherFrom(new Blob(['{"cases":[]}'])))).toBe('no-archive');
    expect(await faultOf(gatherFrom(new Blob([])))).toBe('no-archive');

    const { header } = await owner.begin();
    const preamble = await writePreamble(header);
    preamble[MAGIC.length] = 2;
    const hashed = preamble.slice(0, -32);
    const hash = await crypto.subtle.digest('SHA-256', hashed);
    expect(await faultOf(gatherFrom(new Blob([hashed, hash])))).toBe('newer');
  });

  test('a passphrase made heavier or lighter than is sensible', async () => {
    for (const [cost, other] of [
      ['"memoryKiB":65536', '"memoryKiB":4294967295'],
      ['"memoryKiB":65536', '"memoryKiB":8'],
      ['"passes":3', '"passes":4000000000'],
    ] as const) {
      const { header } = await owner.begin();
      expect(header).toContain(cost);
      const preamble = await writePreamble(header.replace(cost, other));
      expect(await faultOf(gatherFrom(new Blob([preamble])))).toBe('changed');
    }
  });

  test('any bytes at all', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (some, withMagic) => {
        const file = new Blob([withMagic ? MAGIC : '', new Uint8Array(some)]);
        expect(await faultOf(gatherFrom(file))).toMatch(/no-archive|truncated|changed/);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('what somebody with the passphrase made up', () => {
  const END_OF_NONE = async () => {
    const { header } = await owner.begin();
    const hash = (await writePreamble(header)).slice(-32);
    return { header, meta: RecordChain.from(hash).state };
  };

  test('an end that counts other records, or none, or more than it', async () => {
    const { header, meta } = await END_OF_NONE();
    const end = recordHead({ kind: END, meta });
    const record = recordHead({ kind: 'message', meta: {} });
    expect(await faultOf(readAll(await forge(header, end)))).toBe('read to the end');
    expect(await faultOf(readAll(await forge(header, record, end)))).toBe('mismatch');
    expect(await faultOf(readAll(await forge(header, end, record)))).toBe('mismatch');
    expect(await faultOf(readAll(await forge(header, record)))).toBe('mismatch');
    const noEnd = recordHead({ kind: END, meta: { head: 'x', counts: [['a', -1]] } });
    expect(await faultOf(readAll(await forge(header, noEnd)))).toBe('mismatch');
  });

  test('lengths that claim gigabytes, or more than the file has', async () => {
    const { header } = await owner.begin();
    const claims = async (metaBytes: number, body: number) => {
      const lengths = new Uint8Array(8);
      new DataView(lengths.buffer).setUint32(0, metaBytes, true);
      new DataView(lengths.buffer).setUint32(4, body, true);
      return faultOf(readAll(await forge(header, lengths)));
    };
    expect(await claims(0xffff_ffff, 0)).toBe('too-large');
    expect(await claims(10, 0xffff_fffe)).toBe('too-large');
    expect(await claims(10_000_000, 0)).toBe('mismatch');
    expect(await claims(0, 200_000_000)).toBe('mismatch');
  });

  test('a record that is no record', async () => {
    const { header } = await owner.begin();
    for (const text of ['', '{', '[]', '{"kind":"__proto__"}', '['.repeat(200_000)]) {
      const json = new TextEncoder().encode(text);
      const lengths = new Uint8Array(8).fill(0xff);
      new DataView(lengths.buffer).setUint32(0, json.length, true);
      expect(await faultOf(readAll(await forge(header, lengths, json)))).toBe(
        'mismatch',
      );
    }
  });
});

test('a record is let in by the validator of its kind', () => {
  const schemas = { patient: v.object({ name: v.string() }) };
  expect(
    checkRecord(schemas, { kind: 'patient', meta: { name: 'A', more: 1 } }),
  ).toEqual({ kind: 'patient', meta: { name: 'A' } });
  const check = (record: ArchiveRecord) => () => checkRecord(schemas, record);
  expect(check({ kind: 'patient', meta: {} })).toThrow(/own list/);
  expect(check({ kind: 'from-tomorrow', meta: {} })).toThrow(/newer version/);
  expect(check({ kind: 'constructor', meta: {} })).toThrow(/newer version/);
});

/** One chunk with these bytes, sealed as the owner would. */
async function forge(header: string, ...parts: Uint8Array<ArrayBuffer>[]) {
  const preamble = await writePreamble(header);
  const read = await readPreamble(new Blob([preamble]));
  const key = await archiveKey(owner.secret, read.header);
  const plain = new Uint8Array(await new Blob(parts).arrayBuffer());
  const place = { chunk: 0, isLast: true };
  const chunk = await sealChunk({ key, hash: read.hash }, plain, place);
  return new Uint8Array(await new Blob([preamble, chunk]).arrayBuffer());
}

async function readAll(bytes: Uint8Array<ArrayBuffer>, typed = PASSPHRASE) {
  return gatherFrom(new Blob([bytes]), typed);
}

async function gatherFrom(file: Blob, typed = PASSPHRASE) {
  return gather(readArchive(file, typed, quickStretch));
}

async function gather<T>(values: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const value of values) gathered.push(value);
  return gathered;
}

/** What a reading said was wrong; anything but a typed error is thrown on. */
async function faultOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'read to the end';
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    return error.kind === 'bad-input' ? 'passphrase' : String(archiveFaultOf(error));
  }
}

function same(read: readonly ArchiveRecord[], written: readonly ArchiveRecord[]) {
  const plain = ({ kind: of, meta, bytes }: ArchiveRecord) => [
    of,
    JSON.stringify(meta),
    bytes === undefined ? undefined : Buffer.from(bytes).toString('base64'),
  ];
  return JSON.stringify(read.map(plain)) === JSON.stringify(written.map(plain));
}

function noise(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at++) bytes[at] = (at * 2654435761) >>> 13;
  return bytes;
}
