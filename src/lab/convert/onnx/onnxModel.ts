import type { NamedArray } from '../../../base/weights/safetensors.ts';
import { bytesField, floatField, message, messageField, numberField, textField } from './protobufWriter.ts';

/** An ONNX model in the form of its protobuf (field numbers of onnx.proto), as much as the backbones need. */
export interface OnnxGraph {
  readonly nodes: readonly OnnxGraphNode[];
  readonly initializers: ReadonlyMap<string, NamedArray>;
  readonly input: string;
  /** Four dimensions; null is free. */
  readonly inputShape: readonly (number | null)[];
  readonly outputs: readonly string[];
}

export interface OnnxGraphNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

export type OnnxAttribute =
  | { readonly float: number }
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly text: string };

const OPSET = 13;
const IR_VERSION = 7;
const FLOAT = 1;

function attributeField(name: string, attribute: OnnxAttribute): Uint8Array {
  const value =
    'float' in attribute
      ? [floatField(2, attribute.float), numberField(20, 1)]
      : 'int' in attribute
        ? [numberField(3, attribute.int), numberField(20, 2)]
        : 'text' in attribute
          ? [textField(4, attribute.text), numberField(20, 3)]
          : [...attribute.ints.map((int) => numberField(8, int)), numberField(20, 7)];
  return messageField(5, [textField(1, name), ...value]);
}

function nodeField({ operator, inputs, output, attributes = {} }: OnnxGraphNode): Uint8Array {
  return messageField(1, [
    ...inputs.map((input) => textField(1, input)),
    textField(2, output),
    textField(3, output),
    textField(4, operator),
    ...Object.entries(attributes).map(([name, attribute]) => attributeField(name, attribute)),
  ]);
}

function initializerField(name: string, { shape, values }: NamedArray): Uint8Array {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return messageField(5, [
    ...shape.map((side) => numberField(1, side)),
    numberField(2, FLOAT),
    textField(8, name),
    bytesField(9, raw),
  ]);
}

function valueField(field: number, name: string, shape: readonly (number | null)[] | null): Uint8Array {
  const dimensions = (shape ?? []).map((side, i) =>
    messageField(1, [side === null ? textField(2, `side${i}`) : numberField(1, side)]),
  );
  const tensor = [numberField(1, FLOAT), ...(shape === null ? [] : [messageField(2, dimensions)])];
  return messageField(field, [textField(1, name), messageField(2, [messageField(1, tensor)])]);
}

export function onnxModel({ nodes, initializers, input, inputShape, outputs }: OnnxGraph): Uint8Array {
  const graph = [
    ...nodes.map(nodeField),
    textField(2, 'backbone'),
    ...[...initializers].map(([name, tensor]) => initializerField(name, tensor)),
    valueField(11, input, inputShape),
    ...outputs.map((output) => valueField(12, output, null)),
  ];
  return message([
    numberField(1, IR_VERSION),
    messageField(7, graph),
    messageField(8, [textField(1, ''), numberField(2, OPSET)]),
  ]);
}
