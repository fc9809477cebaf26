import { packedVarints, protobufFields } from './protobuf.ts';
import { float16ToFloat32, type NamedArray } from './safetensors.ts';

/**
 * The weights of an ONNX file and the order in which its nodes use them; everything else is left unread.
 * Field numbers are those of onnx.proto (github.com/onnx/onnx).
 */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
}

export interface OnnxFile {
  /** Floating-point initialisers and constants. */
  readonly tensors: ReadonlyMap<string, NamedArray>;
  /** In the order of the file, which is an order of execution. */
  readonly nodes: readonly OnnxNode[];
}

const MODEL_GRAPH = 7;
const GRAPH = { node: 1, initializer: 5 } as const;
const NODE = { input: 1, output: 2, operator: 4, attribute: 5 } as const;
const ATTRIBUTE_TENSOR = 5;
const TENSOR = { dims: 1, dataType: 2, floatData: 4, int32Data: 5, name: 8, rawData: 9, location: 14 } as const;
const FLOAT = 1;
const FLOAT16 = 10;

const text = new TextDecoder();

interface StoredTensor extends NamedArray {
  readonly name: string;
}

function floatsFrom(bytes: Uint8Array, dataType: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(Math.floor(bytes.length / (dataType === FLOAT ? 4 : 2)));
  for (let i = 0; i < values.length; i++) {
    values[i] = dataType === FLOAT ? view.getFloat32(i * 4, true) : float16ToFloat32(view.getUint16(i * 2, true));
  }
  return values;
}

/** null for a tensor that holds no floating-point numbers, such as a shape. */
function readTensor(bytes: Uint8Array): StoredTensor | null {
  const shape: number[] = [];
  const parts: Float32Array[] = [];
  let name = '';
  let dataType = 0;
  let raw: Uint8Array | null = null;
  for (const { field, kind, value } of protobufFields(bytes)) {
    if (field === TENSOR.dims) shape.push(...(kind === 'bytes' ? packedVarints(value) : [value]));
    else if (field === TENSOR.dataType && kind === 'number') dataType = value;
    else if (field === TENSOR.name && kind === 'bytes') name = text.decode(value);
    else if (field === TENSOR.rawData && kind === 'bytes') raw = value;
    else if (field === TENSOR.floatData)
      parts.push(kind === 'bytes' ? floatsFrom(value, FLOAT) : Float32Array.of(value));
    else if (field === TENSOR.int32Data && kind === 'bytes')
      parts.push(Float32Array.from(packedVarints(value), float16ToFloat32));
    else if (field === TENSOR.location && value === 1)
      throw new Error(`readOnnx: tensor ${name} lies in another file, wanted one file`);
  }
  if (dataType !== FLOAT && dataType !== FLOAT16) return null;
  if (raw !== null) parts.push(floatsFrom(raw, dataType));
  const size = shape.reduce((product, side) => product * side, 1);
  const values = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  if (values.length !== size) {
    throw new Error(
      `readOnnx: tensor ${name} holds ${values.length} numbers, its shape [${shape.join(', ')}] wants ${size}`,
    );
  }
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return { name, shape, values };
}

function readNode(bytes: Uint8Array): OnnxNode & { output: string; constant: StoredTensor | null } {
  const inputs: string[] = [];
  let output = '';
  let operator = '';
  let constant: StoredTensor | null = null;
  for (const { field, kind, value } of protobufFields(bytes)) {
    if (kind !== 'bytes') continue;
    if (field === NODE.input) inputs.push(text.decode(value));
    else if (field === NODE.output && output === '') output = text.decode(value);
    else if (field === NODE.operator) operator = text.decode(value);
    else if (field === NODE.attribute) {
      for (const part of protobufFields(value)) {
        if (part.field === ATTRIBUTE_TENSOR && part.kind === 'bytes') constant = readTensor(part.value);
      }
    }
  }
  return { inputs, output, operator, constant };
}

/** @throws Error when the bytes are no ONNX model, or naming the first tensor whose data does not fit its shape. */
export function readOnnx(buffer: ArrayBuffer): OnnxFile {
  const tensors = new Map<string, NamedArray>();
  const nodes: OnnxNode[] = [];
  for (const model of protobufFields(new Uint8Array(buffer))) {
    if (model.field !== MODEL_GRAPH || model.kind !== 'bytes') continue;
    for (const { field, kind, value } of protobufFields(model.value)) {
      if (kind !== 'bytes') continue;
      if (field === GRAPH.initializer) {
        const tensor = readTensor(value);
        if (tensor !== null) tensors.set(tensor.name, { shape: tensor.shape, values: tensor.values });
      } else if (field === GRAPH.node) {
        const { operator, inputs, output, constant } = readNode(value);
        if (operator !== 'Constant') nodes.push({ operator, inputs });
        else if (constant !== null) tensors.set(output, { shape: constant.shape, values: constant.values });
      }
    }
  }
  if (nodes.length === 0) throw new Error('readOnnx: the file holds no graph with nodes: not an ONNX model');
  return { tensors, nodes };
}
