import { float16ToFloat32, type NamedArray } from '../../../base/weights/safetensors.ts';

/** The part of tfjs's graph-model JSON that the converter reads. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, GraphAttribute>>;
}

export interface GraphAttribute {
  readonly f?: number;
  readonly b?: boolean;
  /** base64 */
  readonly s?: string;
  readonly list?: { readonly i?: readonly string[] };
}

interface StoredWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

export interface GraphModelJson {
  readonly modelTopology: { readonly node: readonly GraphNode[] };
  readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: readonly StoredWeight[] }[];
}

/** A stored graph: nodes by name, constants widened to float32. */
export interface StoredGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly constants: ReadonlyMap<string, NamedArray>;
}

const BYTES: Readonly<Record<string, number>> = { float16: 2, float32: 4, int32: 4 };

/** @throws Error when a constant has a type that is not read here, or the file of weights has another length. */
export function readStoredGraph(json: GraphModelJson, weights: ArrayBuffer): StoredGraph {
  const constants = new Map<string, NamedArray>();
  const view = new DataView(weights);
  let offset = 0;
  for (const { name, shape, dtype, quantization } of json.weightsManifest.flatMap((group) => group.weights)) {
    const stored = quantization?.dtype ?? dtype;
    const width = BYTES[stored];
    if (width === undefined) throw new Error(`readStoredGraph: ${name} is ${stored}, wanted float16, float32 or int32`);
    const values = new Float32Array(shape.reduce((product, side) => product * side, 1));
    if (offset + values.length * width > view.byteLength)
      throw new Error(`readStoredGraph: the weights end before ${name}`);
    for (let i = 0; i < values.length; i++, offset += width) {
      if (stored === 'float16') values[i] = float16ToFloat32(view.getUint16(offset, true));
      else values[i] = stored === 'float32' ? view.getFloat32(offset, true) : view.getInt32(offset, true);
    }
    constants.set(name, { shape, values });
  }
  if (offset !== view.byteLength)
    throw new Error(`readStoredGraph: got ${view.byteLength} bytes of weights, wanted ${offset}`);
  return { nodes: new Map(json.modelTopology.node.map((node) => [node.name, node])), constants };
}
