import type { OnnxNode } from '../../base/weights/onnx.ts';
import { type OnnxConvolution, onnxConvolutions } from '../../base/weights/onnxConvolutions.ts';
import type { BackboneDescription } from './backboneDescription.ts';
import { GOOGLENET, GOOGLENET_BN } from './googlenet.ts';

/** The file's names for one convolution. */
export interface SourceNames {
  readonly weight: string;
  /** null: it has none, and zeros are meant. */
  readonly bias: string | null;
  readonly batchNorm: OnnxConvolution['batchNorm'];
}

/** How the names of a file of GoogLeNet's weights are read. */
export interface Naming {
  /** For a person. */
  readonly title: string;
  readonly description: BackboneDescription;
  names(layer: string, index: number): SourceNames;
}

/** torchvision's BasicConv2d. */
const TORCHVISION_EPSILON = 0.001;

const TORCHVISION_PLACES: Readonly<Record<string, string>> = {
  '1x1': 'branch1',
  '3x3_reduce': 'branch2.0',
  '3x3': 'branch2.1',
  '5x5_reduce': 'branch3.0',
  '5x5': 'branch3.1',
  pool_proj: 'branch4.1',
};

/**
 * @param names of the file's tensors
 * @param nodes of its graph, or null where it has none
 * @returns null where the names are none of GoogLeNet's, nor the graph one of its convolutions
 */
export function googlenetNaming(names: readonly string[], nodes: readonly OnnxNode[] | null): Naming | null {
  const convolutions = nodes === null ? [] : onnxConvolutions(nodes);
  return (
    torchvisionNaming(names, convolutions) ??
    caffeNaming(names) ??
    orderNaming(convolutions, nodes?.some(({ operator }) => operator === 'LRN') ?? false)
  );
}

/**
 * `inception3a.branch2.0.conv.weight`, `inception3a.branch2.0.bn.running_mean`, … under any prefix, in capitals or not.
 * A graph that keeps its normalisation says its epsilon itself.
 */
function torchvisionNaming(names: readonly string[], convolutions: readonly OnnxConvolution[]): Naming | null {
  const written = new Map(names.map((name) => [name.toLowerCase(), name]));
  const plain = [...written.keys()];
  const anchor = plain.find((name) => /(^|\.)inception\d[a-e]\.branch/.test(name));
  if (anchor === undefined || !plain.some((name) => /\.bn\.running_mean$/.test(name))) return null;
  const prefix = anchor.slice(0, anchor.search(/inception\d[a-e]\.branch/));
  const epsilons = new Map(convolutions.map(({ batchNorm }) => [batchNorm?.variance, batchNorm?.epsilon]));
  return {
    title: "torchvision's names",
    description: GOOGLENET_BN,
    names(layer) {
      const [module = '', place] = layer.split('.');
      const stem = { conv1: 'conv1', conv2_reduce: 'conv2', conv2: 'conv3' }[module];
      const base = prefix + (stem ?? `${module.replace('_', '')}.${TORCHVISION_PLACES[place!]}`);
      const name = (part: string): string => written.get(`${base}.${part}`) ?? `${base}.${part}`;
      const variance = name('bn.running_var');
      return {
        weight: name('conv.weight'),
        bias: written.get(`${base}.conv.bias`) ?? null,
        batchNorm: {
          scale: name('bn.weight'),
          shift: name('bn.bias'),
          mean: name('bn.running_mean'),
          variance,
          epsilon: epsilons.get(variance) ?? TORCHVISION_EPSILON,
        },
      };
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

/** Exporters number the tensors; then the order of the convolutions says what they are. */
function orderNaming(convolutions: readonly OnnxConvolution[], localNormalisation: boolean): Naming | null {
  if (convolutions.length !== 57) return null;
  return {
    title: 'the order of the 57 convolutions in the graph',
    description: localNormalisation ? GOOGLENET : GOOGLENET_BN,
    names(layer, index) {
      const { weight, bias, batchNorm, next } = convolutions[index]!;
      // What is added after it by other means than a bias would be lost without a word.
      if (bias === null && batchNorm === null && next !== null && next !== 'Relu')
        throw new Error(
          `importGoogLeNet: the convolution of ${weight} (${layer}) has no bias and is read by ${next}, wanted a bias, BatchNormalization or Relu`,
        );
      return { weight, bias, batchNorm };
    },
  };
}
