/** @file What a quantizing worker is asked and answers; the same in Node and in the page. */
import type { TensorBytes } from './dequantize.ts';
import type { StoredType } from './manifest.ts';
import { quantizeRows } from './quantize.ts';

export interface EncodeRequest {
  readonly id: number;
  readonly type: StoredType;
  readonly columns: number;
  readonly values: Float32Array;
}

export interface EncodeReply {
  readonly id: number;
  readonly bytes: TensorBytes;
}

/** The answer to a request, and the memory that may travel with it. */
export function answerEncode(request: EncodeRequest): {
  reply: EncodeReply;
  transfer: ArrayBuffer[];
} {
  const bytes = quantizeRows(request.type, request.columns, request.values);
  const parts = [bytes.data, bytes.scales, bytes.zeroPoints];
  const transfer = parts.flatMap((part) => (part ? [part.buffer as ArrayBuffer] : []));
  return { reply: { id: request.id, bytes }, transfer };
}
