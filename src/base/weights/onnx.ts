import { packedVarints, protobufFields } from './protobuf.ts';
import { bfloat16ToFloat32, float16ToFloat32, type NamedArray } from './safetensors.ts';
import { DOUBLE, FLOAT, type FloatType, floatsFrom, tensorOfParts } from './storedFloats.ts';

/**
 * The weights of an ONNX file and the order in which its nodes use them; everything else is left unread.
 * Field numbers are those of onnx.proto (github.com/onnx/onnx).
 */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  /** The first. */
  readonly output: string;
  /** Attributes that are one floating-point number, such as `epsilon`. */
  readonly floats: Readonly<Record<string, number>>;
}

export interface OnnxFile {
  /** Floating-point initialisers and constants, under each name that the graph gives them. */
  readonly tensors: ReadonlyMap<string, NamedArray>;
  /** Tensors that could not be read, such as whole numbers, with the reason as the rest of a sentence: "is INT8, …". */
  readonly unread: ReadonlyMap<string, string>;
  /** In the order of the file, which is an order of execution; constants and nodes that pass one on are not among them. */
  readonly nodes: readonly OnnxNode[];
}

const MODEL_GRAPH = 7;
const GRAPH = { node: 1, initializer: 5 } as const;
const NODE = { input: 1, output: 2, operator: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, float: 2, tensor: 5 } as const;
const TENSOR = {
  dims: 1,
  dataType: 2,
  floatData: 4,
  int32Data: 5,
  name: 8,
  rawData: 9,
  doubleData: 10,
  location: 14,
} as const;
/** TensorProto.DataType by number. */
const TYPES = (
  'UNDEFINED FLOAT UINT8 INT8 UINT16 INT16 INT32 INT64 STRING BOOL FLOAT16 DOUBLE UINT32 UINT64 COMPLEX64 COMPLEX128 BFLOAT16 ' +
  'FLOAT8E4M3FN FLOAT8E4M3FNUZ FLOAT8E5M2 FLOAT8E5M2FNUZ UINT4 INT4 FLOAT4E2M1'
).split(' ');

const FLOAT_TYPES: Readonly<Record<string, FloatType>> = {
  FLOAT,
  DOUBLE,
  FLOAT16: { width: 2, read: (view, at) => float16ToFloat32(view.getUint16(at, true)) },
  BFLOAT16: { width: 2, read: (view, at) => bfloat16ToFloat32(view.getUint16(at, true)) },
};

const text = new TextDecoder();

type StoredTensor = { readonly name: string } & ({ readonly array: NamedArray } | { readonly reason: string });

function readTensor(bytes: Uint8Array): StoredTensor {
  const shape: number[] = [];
  const parts: Float32Array[] = [];
  let name = '';
  let dataType = 0;
  let raw: Uint8Array | null = null;
  let halves: number[] = [];
  let elsewhere = false;
  for (const { field, kind, value } of protobufFields(bytes)) {
    if (field === TENSOR.dims) shape.push(...(kind === 'bytes' ? packedVarints(value) : [value]));
    else if (field === TENSOR.dataType && kind === 'number') dataType = value;
    else if (field === TENSOR.name && kind === 'bytes') name = text.decode(value);
    else if (field === TENSOR.rawData && kind === 'bytes') raw = value;
    else if (field === TENSOR.floatData)
      parts.push(kind === 'bytes' ? floatsFrom(value, FLOAT) : Float32Array.of(value));
    else if (field === TENSOR.doubleData)
      parts.push(kind === 'bytes' ? floatsFrom(value, DOUBLE) : Float32Array.of(value));
    else if (field === TENSOR.int32Data) halves = halves.concat(kind === 'bytes' ? packedVarints(value) : [value]);
    else if (field === TENSOR.location && value === 1) elsewhere = true;
  }
  const typeName = TYPES[dataType] ?? `of type ${dataType}`;
  const type = FLOAT_TYPES[typeName];
  if (type === undefined) return { name, reason: `is ${typeName}, wanted floating-point numbers` };
  if (elsewhere) return { name, reason: 'lies in another file, wanted one file' };
  if (raw !== null) parts.push(floatsFrom(raw, type));
  // Floats of 16 bits may stand as the whole numbers that their bits make.
  else if (halves.length > 0 && type.width === 2)
    parts.push(floatsFrom(new Uint8Array(Uint16Array.from(halves).buffer), type));
  return { name, array: tensorOfParts(`readOnnx: tensor ${name}`, shape, parts) };
}

function readNode(bytes: Uint8Array): OnnxNode & { readonly constant: StoredTensor | null } {
  const inputs: string[] = [];
  const floats: Record<string, number> = {};
  let output = '';
  let operator = '';
  let constant: StoredTensor | null = null;
  for (const { field, kind, value } of protobufFields(bytes)) {
    if (kind !== 'bytes') continue;
    if (field === NODE.input) inputs.push(text.decode(value));
    else if (field === NODE.output && output === '') output = text.decode(value);
    else if (field === NODE.operator) operator = text.decode(value);
    else if (field === NODE.attribute) {
      let name = '';
      for (const part of protobufFields(value)) {
        if (part.field === ATTRIBUTE.name && part.kind === 'bytes') name = text.decode(part.value);
        else if (part.field === ATTRIBUTE.float && part.kind === 'number') floats[name] = part.value;
        else if (part.field === ATTRIBUTE.tensor && part.kind === 'bytes') constant = readTensor(part.value);
      }
    }
  }
  return { inputs, output, operator, floats, constant };
}

/** Exporters store a tensor once and pass it on by Identity, or store it in half precision and widen it by Cast. */
const PASSES_ON = ['Identity', 'Cast'];

/**
 * A node that only passes a stored tensor on counts as that tensor under another name.
 * @throws Error when the bytes are no ONNX model, or naming the first tensor whose data does not fit its shape.
 */
export function readOnnx(buffer: ArrayBuffer): OnnxFile {
  const tensors = new Map<string, NamedArray>();
  const unread = new Map<string, string>();
  const nodes: OnnxNode[] = [];
  const keep = (name: string, stored: StoredTensor): void => {
    if ('array' in stored) tensors.set(name, stored.array);
    else unread.set(name, stored.reason);
  };
  const graphs = [...protobufFields(new Uint8Array(buffer))].flatMap((model) =>
    model.field === MODEL_GRAPH && model.kind === 'bytes' ? [...protobufFields(model.value)] : [],
  );
  // A file has its nodes before the tensors that they pass on.
  for (const { field, kind, value } of graphs) {
    if (field !== GRAPH.initializer || kind !== 'bytes') continue;
    const stored = readTensor(value);
    keep(stored.name, stored);
  }
  let anyNode = false;
  for (const { field, kind, value } of graphs) {
    if (field !== GRAPH.node || kind !== 'bytes') continue;
    const { constant, ...node } = readNode(value);
    const [source = ''] = node.inputs;
    const array = tensors.get(source);
    const reason = unread.get(source);
    if (node.operator === 'Constant') {
      if (constant !== null) keep(node.output, constant);
    } else if (PASSES_ON.includes(node.operator) && array !== undefined) tensors.set(node.output, array);
    else if (PASSES_ON.includes(node.operator) && reason !== undefined) unread.set(node.output, reason);
    else nodes.push(node);
    anyNode ||= node.operator !== 'Constant';
  }
  if (!anyNode) throw new Error('readOnnx: the file holds no graph with nodes: not an ONNX model');
  return { tensors, unread, nodes };
}
