import type { NamedArray } from '../../../base/weights/safetensors.ts';
import { type BackboneDescription, INPUT, type Layer } from '../../../network/backbone/backboneDescription.ts';
import { type OnnxAttribute, type OnnxGraphNode, onnxModel } from './onnxModel.ts';

/** Parameters of one convolution as an ONNX file has them: a bias, or a batch normalisation after it. */
export interface OnnxConvolution {
  readonly weight: string;
  readonly bias?: string;
  readonly batchNormalisation?: {
    readonly scale: string;
    readonly shift: string;
    readonly mean: string;
    readonly variance: string;
    readonly epsilon: number;
  };
}

export type OnnxNaming = (layer: string) => OnnxConvolution;

function nodesOf(layer: Layer, naming: OnnxNaming): OnnxGraphNode[] {
  const { name } = layer;
  switch (layer.kind) {
    case 'convolution': {
      const { weight, bias, batchNormalisation: normalisation } = naming(name);
      const steps: OnnxGraphNode[] = [];
      let last = layer.from;
      const step = (
        suffix: string,
        operator: string,
        inputs: string[],
        attributes: Record<string, OnnxAttribute> = {},
      ): void => {
        steps.push({ operator, inputs: [last, ...inputs], output: name + suffix, attributes });
        last = name + suffix;
      };
      step('.convolved', 'Conv', bias === undefined ? [weight] : [weight, bias], windowAttributes(layer));
      if (normalisation) {
        const { scale, shift, mean, variance, epsilon } = normalisation;
        step('.normalised', 'BatchNormalization', [scale, shift, mean, variance], { epsilon: { float: epsilon } });
      }
      if (layer.activation === 'identity') step('', 'Identity', []);
      else if (layer.activation === 'relu') step('', 'Relu', []);
      else step('', 'LeakyRelu', [], { alpha: { float: layer.activation.leaky } });
      return steps;
    }
    case 'maxPool':
    case 'averagePool': {
      const operator = layer.kind === 'maxPool' ? 'MaxPool' : 'AveragePool';
      return [{ operator, inputs: [layer.from], output: name, attributes: windowAttributes(layer) }];
    }
    case 'localResponseNormalisation': {
      const { size, alpha, beta, bias } = layer;
      const attributes = { size: { int: size }, alpha: { float: alpha }, beta: { float: beta }, bias: { float: bias } };
      return [{ operator: 'LRN', inputs: [layer.from], output: name, attributes }];
    }
    case 'upsample': {
      const attributes = { mode: { text: 'linear' }, coordinate_transformation_mode: { text: 'half_pixel' } };
      return [{ operator: 'Resize', inputs: [layer.from, '', `factor${layer.factor}`], output: name, attributes }];
    }
    case 'concat':
      return [{ operator: 'Concat', inputs: layer.from, output: name, attributes: { axis: { int: 1 } } }];
    case 'add':
      return [{ operator: 'Sum', inputs: layer.from, output: name }];
  }
}

function windowAttributes(layer: {
  kernel: number;
  stride: number;
  padding: readonly [number, number];
}): Record<string, OnnxAttribute> {
  const [before, after] = layer.padding;
  return {
    kernel_shape: { ints: [layer.kernel, layer.kernel] },
    strides: { ints: [layer.stride, layer.stride] },
    pads: { ints: [before, before, after, after] },
  };
}

/**
 * The description as an ONNX file, for an independent runtime. The input is NCHW, named `input`, of any size; outputs are
 * the taps asked for, NCHW.
 * @param parameters under the names that `naming` gives, kernels as // (out, in, kernel, kernel)
 */
export function backboneOnnx(
  description: BackboneDescription,
  taps: readonly string[],
  naming: OnnxNaming,
  parameters: ReadonlyMap<string, NamedArray>,
): Uint8Array {
  const initializers = new Map(parameters);
  for (const layer of description.layers) {
    if (layer.kind !== 'upsample') continue;
    initializers.set(`factor${layer.factor}`, {
      shape: [4],
      values: Float32Array.of(1, 1, layer.factor, layer.factor),
    });
  }
  const nodes = description.layers.flatMap((layer) => nodesOf(layer, naming));
  return onnxModel({ nodes, initializers, input: INPUT, inputShape: [1, 3, null, null], outputs: taps });
}

/** Kernels of our own format in ONNX's order: (kernel, kernel, in, out) → (out, in, kernel, kernel). */
export function outFirst({ shape, values }: NamedArray): NamedArray {
  const [rows = 0, columns = 0, channelsIn = 0, channels = 0] = shape;
  const out = new Float32Array(values.length);
  for (let at = 0, y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      for (let i = 0; i < channelsIn; i++) {
        for (let o = 0; o < channels; o++, at++) out[((o * channelsIn + i) * rows + y) * columns + x] = values[at]!;
      }
    }
  }
  return { shape: [channels, channelsIn, rows, columns], values: out };
}
