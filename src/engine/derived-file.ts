/**
 * @file A weight file that exists only while it is read.
 *
 * On a GPU onnxruntime reads one initializer at a time, each as a slice of a Blob.
 * This Blob computes the slice that is asked for, so of everything that a session
 * wants derived, one tensor is in memory at a time.
 */
import { assert } from '../base/assert.ts';

/** Some bytes of the file, and what computes them. */
export interface DerivedPart {
  readonly offset: number;
  readonly bytes: number;
  /** Writes the part's `bytes`. Parts may be asked for in any order, and again. */
  readonly fill: (target: Uint8Array<ArrayBuffer>) => Promise<void>;
}

export class DerivedFile extends Blob {
  readonly #parts: readonly DerivedPart[];
  readonly #bytes: number;

  /** @param bytes - size of the file; what no part fills is zero */
  constructor(parts: readonly DerivedPart[], bytes: number) {
    super();
    this.#parts = parts;
    this.#bytes = bytes;
  }

  override get size(): number {
    return this.#bytes;
  }

  /** Bytes [from, to), which hold whole parts only. */
  override slice(from = 0, to = this.#bytes): DerivedFile {
    const inside = this.#parts
      .filter(({ offset, bytes }) => offset < to && offset + bytes > from)
      .map((part) => ({ ...part, offset: part.offset - from }));
    for (const { offset, bytes } of inside) {
      assert(offset >= 0 && offset + bytes <= to - from, 'a slice cuts no part');
    }
    return new DerivedFile(inside, to - from);
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const file = new Uint8Array(this.#bytes);
    for (const { offset, bytes, fill } of this.#parts) {
      await fill(file.subarray(offset, offset + bytes));
    }
    return file.buffer;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull: async (controller) => {
          const bytes = await this.arrayBuffer();
          if (bytes.byteLength > 0) controller.enqueue(new Uint8Array(bytes));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  }
}
