import { packedVarints, protobufFields } from './protobuf.ts';
import type { NamedArray } from './safetensors.ts';
import { DOUBLE, FLOAT, floatsFrom, tensorOfParts } from './storedFloats.ts';

/** Field numbers of caffe.proto (BVLC/caffe). Files of before 2014 have `layers` in place of `layer`. */
const NETWORK = { oldLayer: 2, layer: 100 } as const;
const LAYER = { name: 1, blobs: 7 } as const;
const OLD_LAYER = { name: 4, blobs: 6 } as const;
/** A blob's old four sides are fields 1 to 4: how many, channels, height, width. */
const OLD_SIDES = 4;
const BLOB = { data: 5, shape: 7, doubleData: 8 } as const;
const SHAPE_SIDES = 1;

const text = new TextDecoder();

function readBlob(bytes: Uint8Array, name: string): NamedArray {
  const parts: Float32Array[] = [];
  const oldShape = [1, 1, 1, 1];
  let shape: number[] | null = null;
  for (const { field, kind, value } of protobufFields(bytes)) {
    if (field <= OLD_SIDES && kind === 'number') oldShape[field - 1] = value;
    else if (field === BLOB.data || field === BLOB.doubleData)
      parts.push(kind === 'bytes' ? floatsFrom(value, field === BLOB.data ? FLOAT : DOUBLE) : Float32Array.of(value));
    else if (field === BLOB.shape && kind === 'bytes') {
      shape = [...protobufFields(value)].flatMap((sides) =>
        sides.field !== SHAPE_SIDES ? [] : sides.kind === 'bytes' ? packedVarints(sides.value) : [sides.value],
      );
    }
  }
  // The old form has four sides for everything: a bias is [1, 1, 1, channels].
  const sides = shape ?? oldShape.slice(oldShape.findIndex((side, i) => side !== 1 || i === 3));
  return tensorOfParts(`readCaffeModel: ${name}`, sides, parts);
}

/**
 * The weights of a `.caffemodel`, as `layer.0` (kernel), `layer.1` (bias), …; what it says of data, losses and solvers is left unread.
 * @throws Error when the bytes are no Caffe model, are cut short, or naming the first blob whose data does not fit its shape.
 */
export function readCaffeModel(buffer: ArrayBuffer): Map<string, NamedArray> {
  const tensors = new Map<string, NamedArray>();
  for (const { field, kind, value } of protobufFields(new Uint8Array(buffer))) {
    const places = field === NETWORK.layer ? LAYER : field === NETWORK.oldLayer ? OLD_LAYER : null;
    if (places === null || kind !== 'bytes') continue;
    const fields = [...protobufFields(value)];
    const named = fields.find((part) => part.field === places.name);
    const layer = named?.kind === 'bytes' ? text.decode(named.value) : '';
    const blobs = fields.flatMap((part) => (part.field === places.blobs && part.kind === 'bytes' ? [part.value] : []));
    for (const [i, blob] of blobs.entries()) tensors.set(`${layer}.${i}`, readBlob(blob, `${layer}.${i}`));
  }
  if (tensors.size === 0) throw new Error('readCaffeModel: the file holds no layer with weights: not a Caffe model');
  return tensors;
}
