import type { OnnxNode } from '../../base/weights/onnx.ts';
import type { NamedArray } from '../../base/weights/safetensors.ts';
import { type BackboneDescription, weightShapes } from './backboneDescription.ts';
import { GOOGLENET, GOOGLENET_BN } from './googlenet.ts';

/** Tensors of a file, and the nodes of its graph if it has one. */
export interface ImportedFile {
  readonly tensors: ReadonlyMap<string, NamedArray>;
  readonly nodes: readonly OnnxNode[] | null;
}

export interface ImportedBackbone {
  readonly description: BackboneDescription;
  /** In the description's names and order; kernels // (kernel, kernel, in, out) */
  readonly tensors: ReadonlyMap<string, NamedArray>;
  /** How the file's names were read, for a person. */
  readonly naming: string;
}

/** torchvision's BasicConv2d. */
const BATCH_NORM_EPSILON = 0.001;

/** The file's names for one convolution. */
interface SourceNames {
  readonly weight: string;
  readonly bias: string;
  /** What stands before `weight`, `bias`, `running_mean` and `running_var`, or null without batch normalisation. */
  readonly batchNorm: string | null;
}

interface Naming {
  readonly title: string;
  readonly description: BackboneDescription;
  names(layer: string, index: number): SourceNames;
}

const TORCHVISION_PLACES: Readonly<Record<string, string>> = {
  '1x1': 'branch1',
  '3x3_reduce': 'branch2.0',
  '3x3': 'branch2.1',
  '5x5_reduce': 'branch3.0',
  '5x5': 'branch3.1',
  pool_proj: 'branch4.1',
};

/** `inception3a.branch2.0.conv.weight`, `inception3a.branch2.0.bn.running_mean`, … under any prefix. */
function torchvisionNaming(names: readonly string[]): Naming | null {
  const anchor = names.find((name) => /(^|\.)inception\d[a-e]\.branch/.test(name));
  if (anchor === undefined || !names.some((name) => /\.bn\.running_mean$/.test(name))) return null;
  const prefix = anchor.slice(0, anchor.search(/inception\d[a-e]\.branch/));
  return {
    title: "torchvision's names",
    description: GOOGLENET_BN,
    names(layer) {
      const [module = '', place] = layer.split('.');
      const stem = { conv1: 'conv1', conv2_reduce: 'conv2', conv2: 'conv3' }[module];
      const base = prefix + (stem ?? `${module.replace('_', '')}.${TORCHVISION_PLACES[place!]}`);
      return { weight: `${base}.conv.weight`, bias: `${base}.conv.bias`, batchNorm: `${base}.bn.` };
    },
  };
}

/** Caffe's layer name for ours, in lower case with one kind of separator. */
function caffeName(layer: string): string {
  const stem = { conv1: 'conv1_7x7_s2', conv2_reduce: 'conv2_3x3_reduce', conv2: 'conv2_3x3' }[layer];
  return stem ?? layer.replace('.', '_');
}

/** `inception_3a/3x3_w_0` (ONNX zoo), `inception_3a/3x3.weight`, `inception_3a_3x3.0`, …: separators and suffixes vary. */
function caffeNaming(names: readonly string[]): Naming | null {
  const found = new Map<string, string>();
  for (const name of names) {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/_+$/, '');
    const parts = /^(?:.*?_)?((?:conv[12]|inception_?\d[a-e])_.*?)_(w_0|weights?|w|kernel|0|b_0|bias(?:es)?|b|1)$/.exec(
      plain,
    );
    if (parts === null) continue;
    const role = /^(w|kernel|0)/.test(parts[2]!) ? 'weight' : 'bias';
    found.set(`${parts[1]!.replace(/^inception_?/, 'inception_')} ${role}`, name);
  }
  if (![...found.keys()].some((name) => /^inception_\d[a-e]_(1x1|3x3|5x5|pool_proj)/.test(name))) return null;
  return {
    title: "Caffe's layer names",
    description: GOOGLENET,
    names(layer) {
      const name = caffeName(layer);
      const fileName = (role: string) => found.get(`${name} ${role}`) ?? `${name}.${role}`;
      return { weight: fileName('weight'), bias: fileName('bias'), batchNorm: null };
    },
  };
}

/** Exporters that fold batch normalisation number the tensors; then the order of the convolutions says what they are. */
function orderNaming(nodes: readonly OnnxNode[] | null): Naming | null {
  const convolutions = nodes?.filter((node) => node.operator === 'Conv') ?? [];
  if (convolutions.length !== 57) return null;
  return {
    title: 'the order of the 57 convolutions in the graph',
    description: nodes!.some((node) => node.operator === 'LRN') ? GOOGLENET : GOOGLENET_BN,
    names(_, index) {
      const [, weight = '', bias = '(no bias)'] = convolutions[index]!.inputs;
      return { weight, bias, batchNorm: null };
    },
  };
}

/** // (out, in, kernel, kernel) → (kernel, kernel, in, out), each output times its scale */
function inFirst({ shape, values }: NamedArray, scale: Float32Array | null): NamedArray {
  const [channels = 0, channelsIn = 0, rows = 0, columns = 0] = shape;
  const out = new Float32Array(values.length);
  for (let at = 0, o = 0; o < channels; o++) {
    const factor = scale === null ? 1 : scale[o]!;
    for (let i = 0; i < channelsIn; i++) {
      for (let cell = 0; cell < rows * columns; cell++, at++)
        out[(cell * channelsIn + i) * channels + o] = values[at]! * factor;
    }
  }
  return { shape: [rows, columns, channelsIn, channels], values: out };
}

/**
 * GoogLeNet's weights under whichever of the common names the file has them, batch normalisation folded into the
 * convolutions: w·γ/√(σ² + ε) and β − μ·γ/√(σ² + ε).
 * @throws Error naming the first tensor that is missing or has another shape, or what names were wanted.
 */
export function importGoogLeNet({ tensors, nodes }: ImportedFile): ImportedBackbone {
  const fileNames = [...tensors.keys()];
  const naming = torchvisionNaming(fileNames) ?? caffeNaming(fileNames) ?? orderNaming(nodes);
  if (naming === null) {
    throw new Error(
      `importGoogLeNet: got tensors ${fileNames.slice(0, 3).join(', ')}, …; wanted GoogLeNet's, named as in torchvision ` +
        '(inception3a.branch1.conv.weight) or Caffe (inception_3a/1x1), or an ONNX graph of 57 convolutions',
    );
  }
  const take = (layer: string, name: string, wanted: readonly number[]): NamedArray => {
    const tensor = tensors.get(name);
    const place = `wanted [${wanted.join(', ')}] for ${layer} of ${naming.description.name}`;
    if (tensor === undefined) throw new Error(`importGoogLeNet: tensor ${name} is missing, ${place}`);
    if (tensor.shape.join() !== wanted.join())
      throw new Error(`importGoogLeNet: tensor ${name} is [${tensor.shape.join(', ')}], ${place}`);
    return tensor;
  };

  const imported = new Map<string, NamedArray>();
  const shapes = weightShapes(naming.description);
  const convolutions = naming.description.layers.filter((layer) => layer.kind === 'convolution');
  for (const [index, { name: layer, channels }] of convolutions.entries()) {
    const [rows = 0, columns = 0, channelsIn = 0] = shapes.get(`${layer}.weight`)!;
    const { weight, bias, batchNorm } = naming.names(layer, index);
    const kernel = take(layer, weight, [channels, channelsIn, rows, columns]);
    if (batchNorm === null) {
      imported.set(`${layer}.weight`, inFirst(kernel, null));
      imported.set(`${layer}.bias`, take(layer, bias, [channels]));
      continue;
    }
    const [gamma, beta, mean, variance] = ['weight', 'bias', 'running_mean', 'running_var'].map(
      (part) => take(layer, batchNorm + part, [channels]).values,
    );
    const scale = gamma!.map((value, o) => value / Math.sqrt(variance![o]! + BATCH_NORM_EPSILON));
    imported.set(`${layer}.weight`, inFirst(kernel, scale));
    imported.set(`${layer}.bias`, {
      shape: [channels],
      values: beta!.map((value, o) => value - mean![o]! * scale[o]!),
    });
  }
  return { description: naming.description, tensors: imported, naming: naming.title };
}
