/**
 * @file A graph as the bytes of an ONNX ModelProto (onnx.proto3, IR version 10).
 *
 * Field numbers are those of the public schema; the wire format is written by
 * protobuf-es.
 */
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { assert } from '../base/assert.ts';
import { checkGraph } from './check.ts';
import type {
  Attribute,
  ElementType,
  Graph,
  GraphNode,
  GraphValue,
  Initializer,
} from './graph.ts';

const IR_VERSION = 10;
const OPSET = 21;

/** TensorProto.DataType */
export const DATA_TYPE: Readonly<Record<ElementType, number>> = {
  f32: 1,
  u8: 2,
  i8: 3,
  i32: 6,
  i64: 7,
  bool: 9,
  f16: 10,
};

/** TensorProto.DataLocation.EXTERNAL */
const EXTERNAL = 1;

/** The ModelProto of `graph`, which must be sound: our builders wrote it. */
export function serializeGraph(graph: Graph): Uint8Array {
  const complaints = checkGraph(graph);
  assert(complaints.length === 0, `graph "${graph.name}": ${complaints.join('; ')}`);
  const w = new BinaryWriter();
  int64(w, 1, IR_VERSION);
  string(w, 2, 'pulsemind');
  message(w, 7, () => writeGraph(w, graph));
  for (const [domain, version] of [
    ['', OPSET],
    ['com.microsoft', 1],
  ] as const) {
    message(w, 8, () => {
      string(w, 1, domain);
      int64(w, 2, version);
    });
  }
  return w.finish();
}

function writeGraph(w: BinaryWriter, graph: Graph): void {
  for (const node of graph.nodes) message(w, 1, () => writeNode(w, node));
  string(w, 2, graph.name);
  for (const it of graph.initializers) message(w, 5, () => writeInitializer(w, it));
  for (const it of graph.inputs) message(w, 11, () => writeValue(w, it));
  for (const it of graph.outputs) message(w, 12, () => writeValue(w, it));
}

function writeNode(w: BinaryWriter, node: GraphNode): void {
  for (const input of node.inputs) string(w, 1, input);
  for (const output of node.outputs) string(w, 2, output);
  string(w, 3, node.name);
  string(w, 4, node.op);
  for (const [name, it] of Object.entries(node.attributes)) {
    message(w, 5, () => writeAttribute(w, name, it));
  }
  if (node.domain !== '') string(w, 7, node.domain);
}

/** AttributeProto.AttributeType */
const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

function writeAttribute(w: BinaryWriter, name: string, attribute: Attribute): void {
  string(w, 1, name);
  switch (attribute.kind) {
    case 'float':
      w.tag(2, WireType.Bit32).float(attribute.value);
      break;
    case 'int':
      int64(w, 3, attribute.value);
      break;
    case 'string':
      w.tag(4, WireType.LengthDelimited).bytes(
        new TextEncoder().encode(attribute.value),
      );
      break;
    case 'ints':
      for (const value of attribute.value) int64(w, 8, value);
      break;
  }
  int64(w, 20, ATTRIBUTE_TYPE[attribute.kind]);
}

function writeInitializer(
  w: BinaryWriter,
  { name, type, shape, data }: Initializer,
): void {
  for (const size of shape) int64(w, 1, size);
  int64(w, 2, DATA_TYPE[type]);
  string(w, 8, name);
  if (data.kind === 'inline') {
    w.tag(9, WireType.LengthDelimited).bytes(data.bytes);
    return;
  }
  const entries = [
    ['location', data.location],
    ['offset', String(data.offset)],
    ['length', String(data.bytes)],
  ] as const;
  for (const [key, value] of entries) {
    message(w, 13, () => {
      string(w, 1, key);
      string(w, 2, value);
    });
  }
  int64(w, 14, EXTERNAL);
}

function writeValue(w: BinaryWriter, { name, type, shape }: GraphValue): void {
  string(w, 1, name);
  const writeDimensions = () => {
    for (const size of shape) {
      message(w, 1, () =>
        typeof size === 'number' ? int64(w, 1, size) : string(w, 2, size),
      );
    }
  };
  message(w, 2, () =>
    message(w, 1, () => {
      int64(w, 1, DATA_TYPE[type]);
      message(w, 2, writeDimensions);
    }),
  );
}

function int64(w: BinaryWriter, field: number, value: number): void {
  w.tag(field, WireType.Varint).int64(value);
}

function string(w: BinaryWriter, field: number, value: string): void {
  w.tag(field, WireType.LengthDelimited).string(value);
}

function message(w: BinaryWriter, field: number, write: () => void): void {
  w.tag(field, WireType.LengthDelimited).fork();
  write();
  w.join();
}
