/** @file An ONNX ModelProto back to a graph, to check what was written against onnx.proto3. */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { must } from '../base/assert.ts';
import type {
  Attribute,
  Dimension,
  Domain,
  ElementType,
  Graph,
  GraphNode,
  GraphValue,
  Initializer,
} from '../onnx/graph.ts';

/** What came with the fields of one message: numbers, or the bytes of texts and messages. */
type Fields = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

/** TensorProto.DataType, as onnx.proto3 numbers them. */
const TYPES: Readonly<Record<number, ElementType>> = {
  1: 'f32',
  2: 'u8',
  3: 'i8',
  6: 'i32',
  7: 'i64',
  9: 'bool',
  10: 'f16',
};

export interface ModelProto {
  readonly irVersion: number;
  /** Version of each operator set by its domain. */
  readonly opsets: Readonly<Record<string, number>>;
  readonly graph: Graph;
}

export function readModelProto(bytes: Uint8Array): ModelProto {
  const model = readFields(bytes);
  return {
    irVersion: one(model, 1),
    opsets: Object.fromEntries(
      messages(model, 8).map((opset) => [text(opset, 1), one(opset, 2)]),
    ),
    graph: readGraph(must(messages(model, 7)[0], 'the model holds a graph')),
  };
}

function readGraph(graph: Fields): Graph {
  return {
    name: text(graph, 2),
    inputs: messages(graph, 11).map(readValue),
    outputs: messages(graph, 12).map(readValue),
    initializers: messages(graph, 5).map(readInitializer),
    nodes: messages(graph, 1).map(readNode),
  };
}

function readNode(node: Fields): GraphNode {
  return {
    inputs: texts(node, 1),
    outputs: texts(node, 2),
    name: text(node, 3),
    op: text(node, 4),
    attributes: Object.fromEntries(
      messages(node, 5).map((it) => [text(it, 1), readAttribute(it)]),
    ),
    domain: text(node, 7) as Domain,
  };
}

/** AttributeProto: its type is field 20. */
function readAttribute(attribute: Fields): Attribute {
  const type = one(attribute, 20);
  switch (type) {
    case 1:
      return { kind: 'float', value: one(attribute, 2) };
    case 2:
      return { kind: 'int', value: one(attribute, 3) };
    case 3:
      return { kind: 'string', value: text(attribute, 4) };
    case 7:
      return { kind: 'ints', value: numbers(attribute, 8) };
    default:
      throw new Error(`attribute type ${type}`);
  }
}

function readInitializer(tensor: Fields): Initializer {
  const entries = new Map(
    messages(tensor, 13).map((entry) => [text(entry, 1), text(entry, 2)]),
  );
  const isExternal = numbers(tensor, 14)[0] === 1;
  const number = (key: string) => Number(must(entries.get(key), key));
  return {
    name: text(tensor, 8),
    type: must(TYPES[one(tensor, 2)], 'a type we know'),
    shape: numbers(tensor, 1),
    data: isExternal
      ? {
          kind: 'external',
          location: must(entries.get('location'), 'location'),
          offset: number('offset'),
          bytes: number('length'),
        }
      : { kind: 'inline', bytes: must(blobs(tensor, 9)[0], 'raw data') },
  };
}

/** ValueInfoProto, TypeProto, TypeProto.Tensor, TensorShapeProto: each inside the other. */
function readValue(value: Fields): GraphValue {
  const inside = (fields: Fields, field: number) =>
    must(messages(fields, field)[0], `field ${field}`);
  const tensor = inside(inside(value, 2), 1);
  const shape = messages(inside(tensor, 2), 1).map((size): Dimension =>
    size.has(2) ? text(size, 2) : one(size, 1),
  );
  const type = must(TYPES[one(tensor, 1)], 'a type we know');
  return { name: text(value, 1), type, shape };
}

function readFields(bytes: Uint8Array): Fields {
  const fields = new Map<number, (number | Uint8Array)[]>();
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    const known = fields.get(field) ?? [];
    known.push(
      wire === WireType.Varint
        ? Number(reader.int64())
        : wire === WireType.Bit32
          ? reader.float()
          : reader.bytes(),
    );
    fields.set(field, known);
  }
  return fields;
}

const blobs = (fields: Fields, field: number) =>
  (fields.get(field) ?? []).filter((it) => it instanceof Uint8Array);
const numbers = (fields: Fields, field: number) =>
  (fields.get(field) ?? []).filter((it) => typeof it === 'number');
const messages = (fields: Fields, field: number) =>
  blobs(fields, field).map(readFields);
const texts = (fields: Fields, field: number) =>
  blobs(fields, field).map((bytes) => new TextDecoder().decode(bytes));
const text = (fields: Fields, field: number) => texts(fields, field)[0] ?? '';
const one = (fields: Fields, field: number) =>
  must(numbers(fields, field)[0], `field ${field} holds a number`);
