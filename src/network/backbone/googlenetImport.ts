import type { OnnxNode } from '../../base/weights/onnx.ts';
import type { NamedArray } from '../../base/weights/safetensors.ts';
import { type BackboneDescription, weightShapes } from './backboneDescription.ts';
import { foldBatchNorm, inFirst } from './foldBatchNorm.ts';
import { googlenetNaming } from './googlenetNames.ts';

/** Tensors of a file, and the nodes of its graph if it has one. */
export interface ImportedFile {
  readonly tensors: ReadonlyMap<string, NamedArray>;
  /** Why tensors were not read, as the rest of a sentence. */
  readonly unread?: ReadonlyMap<string, string>;
  readonly nodes: readonly OnnxNode[] | null;
}

export interface ImportedBackbone {
  readonly description: BackboneDescription;
  /** In the description's names and order; kernels // (kernel, kernel, in, out) */
  readonly tensors: ReadonlyMap<string, NamedArray>;
  /** How the file's names were read, for a person. */
  readonly naming: string;
}

/**
 * GoogLeNet's weights under whichever of the common names the file has them, batch normalisation folded into the
 * convolutions. Tensors that it has no use for are left alone, whatever they hold.
 * @throws Error naming the first tensor that is missing, could not be read or has another shape, or what names were wanted.
 */
export function importGoogLeNet({ tensors, unread, nodes }: ImportedFile): ImportedBackbone {
  // A graph names its parameters even where it computes them, from whole numbers for one.
  const asked = nodes?.flatMap(({ operator, inputs }) => (operator === 'Conv' ? inputs.slice(1) : [])) ?? [];
  const fileNames = [...new Set([...asked, ...tensors.keys(), ...(unread?.keys() ?? [])])].filter(
    (name) => name !== '',
  );
  const naming = googlenetNaming(fileNames, nodes);
  if (naming === null) {
    const graph =
      nodes === null ? '' : `; this graph has ${nodes.filter(({ operator }) => operator === 'Conv').length}`;
    throw new Error(
      `importGoogLeNet: got tensors ${fileNames.slice(0, 3).join(', ')}, …; wanted GoogLeNet's, named as in torchvision ` +
        `(inception3a.branch1.conv.weight) or Caffe (inception_3a/1x1), or an ONNX graph of 57 convolutions${graph}`,
    );
  }
  const take = (layer: string, name: string, wanted: readonly number[]): NamedArray => {
    const tensor = tensors.get(name);
    const place = `wanted [${wanted.join(', ')}] for ${layer} of ${naming.description.name}`;
    if (tensor === undefined) throw new Error(`importGoogLeNet: tensor ${name} ${whyMissing(name)}, ${place}`);
    if (tensor.shape.join() !== wanted.join())
      throw new Error(`importGoogLeNet: tensor ${name} is [${tensor.shape.join(', ')}], ${place}`);
    return tensor;
  };
  const whyMissing = (name: string): string => {
    const maker = nodes?.find(({ output }) => output === name);
    return unread?.get(name) ?? (maker ? `is computed in the graph by ${maker.operator}` : 'is missing');
  };

  const imported = new Map<string, NamedArray>();
  const shapes = weightShapes(naming.description);
  const convolutions = naming.description.layers.filter((layer) => layer.kind === 'convolution');
  for (const [index, { name: layer, channels }] of convolutions.entries()) {
    const [rows = 0, columns = 0, channelsIn = 0] = shapes.get(`${layer}.weight`)!;
    const names = naming.names(layer, index);
    const vector = (name: string): Float32Array => take(layer, name, [channels]).values;
    const kernel = take(layer, names.weight, [channels, channelsIn, rows, columns]);
    const bias = names.bias === null ? new Float32Array(channels) : vector(names.bias);
    const folded =
      names.batchNorm === null
        ? { scale: null, bias }
        : foldBatchNorm(bias, {
            scale: vector(names.batchNorm.scale),
            shift: vector(names.batchNorm.shift),
            mean: vector(names.batchNorm.mean),
            variance: vector(names.batchNorm.variance),
            epsilon: names.batchNorm.epsilon,
          });
    imported.set(`${layer}.weight`, inFirst(kernel, folded.scale));
    imported.set(`${layer}.bias`, { shape: [channels], values: folded.bias });
  }
  return { description: naming.description, tensors: imported, naming: naming.title };
}
