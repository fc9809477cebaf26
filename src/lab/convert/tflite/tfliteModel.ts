import { float16ToFloat32, type NamedArray } from '../../../base/weights/safetensors.ts';
import { FlatTable } from './flatTable.ts';

/**
 * The part of a TensorFlow Lite model that the converter reads. Numbers of fields and enumerations are those of
 * tensorflow/lite/schema/schema.fbs (version 3).
 */

/** Operators by their number in `BuiltinOperator`. */
const OPERATORS: Readonly<Record<number, string>> = {
  0: 'ADD',
  2: 'CONCATENATION',
  3: 'CONV_2D',
  4: 'DEPTHWISE_CONV_2D',
  6: 'DEQUANTIZE',
  22: 'RESHAPE',
};
const PADDINGS = ['SAME', 'VALID'];
const ACTIVATIONS = ['NONE', 'RELU', 'RELU_N1_TO_1', 'RELU6', 'TANH', 'SIGN_BIT'];
const FLOAT32 = 0;
const FLOAT16 = 1;

/** Field `BuiltinOptions` of the operators that are followed: padding, strides, activation and what must not be there. */
interface WindowOptions {
  readonly padding: string;
  readonly strideWidth: number;
  readonly strideHeight: number;
  readonly activation: string;
  /** Of the kernel, the larger of the two axes. */
  readonly dilation: number;
  /** Outputs of each channel; 1 for a convolution. */
  readonly multiplier: number;
}

export interface TfliteOperator {
  /** Its name in the schema, or its number. */
  readonly kind: string;
  /** Tensors, −1 for none. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** Of convolutions. */
  readonly window: WindowOptions | null;
  /** Of additions. */
  readonly activation: string;
}

export interface TfliteModel {
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly names: readonly string[];
  readonly shapes: readonly (readonly number[])[];
  /**
   * The numbers of a constant, widened to float32.
   * @throws Error for a tensor that is no constant of float32 or float16.
   */
  constant(tensor: number): NamedArray;
}

function windowOf(kind: string, options: FlatTable | null): WindowOptions | null {
  if (options === null || (kind !== 'CONV_2D' && kind !== 'DEPTHWISE_CONV_2D')) return null;
  // A depthwise convolution has its multiplier before the activation.
  const after = kind === 'DEPTHWISE_CONV_2D' ? 4 : 3;
  return {
    padding: PADDINGS[options.int8(0)] ?? 'unknown',
    strideWidth: options.int32(1),
    strideHeight: options.int32(2),
    multiplier: kind === 'DEPTHWISE_CONV_2D' ? options.int32(3) : 1,
    activation: ACTIVATIONS[options.int8(after)] ?? 'unknown',
    dilation: Math.max(options.int32(after + 1, 1), options.int32(after + 2, 1)),
  };
}

function numbersOf(bytes: Uint8Array, type: number, count: number): Float32Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === FLOAT16 && bytes.length === count * 2)
    return Float32Array.from({ length: count }, (_, i) => float16ToFloat32(view.getUint16(i * 2, true)));
  if (type === FLOAT32 && bytes.length === count * 4)
    return Float32Array.from({ length: count }, (_, i) => view.getFloat32(i * 4, true));
  return null;
}

/** @throws Error when the bytes are no model of TensorFlow Lite with one graph; RangeError where they are cut off. */
export function readTflite(bytes: Uint8Array): TfliteModel {
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(4, 8)) !== 'TFL3')
    throw new Error('readTflite: got no TFL3 at byte 4, wanted a model of TensorFlow Lite');
  const model = FlatTable.root(bytes);
  // Numbers up to 126 stand in a byte of older files' making, larger ones in a field of their own.
  const kinds = model.tables(1).map((code) => {
    const number = Math.max(code.int8(0), code.int32(3));
    return OPERATORS[number] ?? `${number}`;
  });
  const [graph, ...more] = model.tables(2);
  if (graph === undefined || more.length > 0)
    throw new Error(`readTflite: got ${more.length + (graph ? 1 : 0)} graphs, wanted one`);
  const buffers = model.tables(4);
  const tensors = graph.tables(0);
  const shapes = tensors.map((tensor) => tensor.int32s(0));
  const operators = graph.tables(3).map((operator): TfliteOperator => {
    const kind = kinds[operator.int32(0)] ?? 'unknown';
    const options = operator.table(4);
    return {
      kind,
      inputs: operator.int32s(1),
      outputs: operator.int32s(2),
      window: windowOf(kind, options),
      activation: kind === 'ADD' ? (ACTIVATIONS[options?.int8(0) ?? 0] ?? 'unknown') : 'NONE',
    };
  });
  const widened = new Map(
    operators.flatMap(({ kind, inputs, outputs }) => (kind === 'DEQUANTIZE' ? [[outputs[0]!, inputs[0]!]] : [])),
  );
  return {
    operators,
    inputs: graph.int32s(1),
    outputs: graph.int32s(2),
    names: tensors.map((tensor) => tensor.text(3)),
    shapes,
    constant(tensor) {
      const stored = widened.get(tensor) ?? tensor;
      const shape = shapes[stored];
      const table = tensors[stored];
      if (shape === undefined || table === undefined) throw new Error(`readTflite: there is no tensor ${tensor}`);
      const bytesOfIt = buffers[table.int32(2)]?.bytes(0) ?? new Uint8Array();
      const values = numbersOf(
        bytesOfIt,
        table.int8(1),
        shape.reduce((product, side) => product * side, 1),
      );
      if (values === null)
        throw new Error(
          `readTflite: tensor ${tensor} has ${bytesOfIt.length} bytes for [${shape.join(', ')}], wanted a constant of float32 or float16`,
        );
      return { shape, values };
    },
  };
}

/**
 * A copy of the model that gives other tensors, as many as before, and ends with the operator that makes the last of them: so that an
 * interpreter can be asked for a map within the network, and does nothing that comes after it.
 * @throws RangeError for another number of tensors than the model has outputs, or a tensor that no operator makes.
 */
export function withOutputs(bytes: Uint8Array, outputs: readonly number[]): Uint8Array {
  const { operators } = readTflite(bytes);
  const makers = outputs.map((tensor) => operators.findIndex((operator) => operator.outputs.includes(tensor)));
  if (makers.includes(-1))
    throw new RangeError(`withOutputs: no operator makes one of the tensors ${outputs.join(', ')}`);
  const copy = new Uint8Array(bytes);
  const graph = FlatTable.root(copy).tables(2)[0]!;
  graph.overwriteInt32s(2, outputs);
  graph.shorten(3, Math.max(...makers) + 1);
  return copy;
}
