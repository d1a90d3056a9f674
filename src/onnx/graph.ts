/**
 * @file An ONNX graph as plain data, and the builder that writes one down.
 *
 * A graph is built, checked (`check.ts`), printed (`print.ts`) and serialized
 * (`serialize.ts`); only the last step knows about bytes.
 */

export type ElementType = 'f32' | 'f16' | 'i32' | 'i64' | 'i8' | 'u8' | 'bool';

/** A dimension: a number, or the name of one that is only known at run time. */
export type Dimension = number | string;

export interface GraphValue {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly Dimension[];
}

/** Where an initializer's bytes are: in the graph itself, or in a mounted file. */
export type InitializerData =
  | { readonly kind: 'inline'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'external';
      readonly location: string;
      readonly offset: number;
      readonly bytes: number;
    };

export interface Initializer {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly data: InitializerData;
}

export type Attribute =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'ints'; readonly value: readonly number[] }
  | { readonly kind: 'string'; readonly value: string };

/** '' is ONNX itself, the other holds onnxruntime's fused operators. */
export type Domain = '' | 'com.microsoft';

export interface GraphNode {
  readonly op: string;
  readonly domain: Domain;
  readonly name: string;
  /** Names of values; '' where an optional input is left out. */
  readonly inputs: readonly string[];
  /** Names of values; '' where an optional output is not wanted. */
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Graph {
  readonly name: string;
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
  readonly initializers: readonly Initializer[];
  readonly nodes: readonly GraphNode[];
}

export const int = (value: number): Attribute => ({ kind: 'int', value });
export const float = (value: number): Attribute => ({ kind: 'float', value });
export const ints = (...value: number[]): Attribute => ({ kind: 'ints', value });

export const BYTES_PER_ELEMENT: Readonly<Record<ElementType, number>> = {
  f32: 4,
  f16: 2,
  i32: 4,
  i64: 8,
  i8: 1,
  u8: 1,
  bool: 1,
};

/** What one `add` call names: an operator, what goes in, what it needs to know. */
export interface NodeRequest {
  readonly domain?: Domain;
  readonly inputs: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** Names of the outputs; by default one, made up. */
  readonly outputs?: readonly string[];
}

/** Writes a graph down node by node. Every method returns the name of what it made. */
export class GraphBuilder {
  readonly #name: string;
  readonly #inputs: GraphValue[] = [];
  readonly #outputs: GraphValue[] = [];
  readonly #initializers = new Map<string, Initializer>();
  readonly #nodes: GraphNode[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  input(name: string, type: ElementType, shape: readonly Dimension[]): string {
    this.#inputs.push({ name, type, shape });
    return name;
  }

  output(name: string, type: ElementType, shape: readonly Dimension[]): string {
    this.#outputs.push({ name, type, shape });
    return name;
  }

  /** An initializer; asking twice for one name gives the same one. */
  initializer(initializer: Initializer): string {
    this.#initializers.set(initializer.name, initializer);
    return initializer.name;
  }

  /** A small integer constant, such as a shape. */
  constantI64(name: string, values: readonly number[]): string {
    const data = BigInt64Array.from(values, BigInt);
    const bytes = new Uint8Array(data.buffer);
    return this.initializer({
      name,
      type: 'i64',
      shape: [values.length],
      data: { kind: 'inline', bytes },
    });
  }

  /** Adds a node and returns the name of its first output. */
  add(op: string, request: NodeRequest): string {
    const name = `${op}_${this.#nodes.length}`;
    const outputs = request.outputs ?? [`${name}_out`];
    this.#nodes.push({
      op,
      domain: request.domain ?? '',
      name,
      inputs: request.inputs,
      outputs,
      attributes: request.attributes ?? {},
    });
    return outputs[0] ?? '';
  }

  build(): Graph {
    return {
      name: this.#name,
      inputs: this.#inputs,
      outputs: this.#outputs,
      initializers: [...this.#initializers.values()],
      nodes: this.#nodes,
    };
  }
}
