import type { NamedArray } from '../../../base/weights/safetensors.ts';
import {
  type Activation,
  type BackboneDescription,
  INPUT,
  type Layer,
  layerShapes,
  type Padding,
} from '../../../network/backbone/backboneDescription.ts';
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

/** Operator, further inputs and attributes. */
type OnnxActivation = [string, string[], Record<string, OnnxAttribute>];

function activationOf(activation: Activation): OnnxActivation {
  if (activation === 'identity') return ['Identity', [], {}];
  if (activation === 'relu') return ['Relu', [], {}];
  if (activation === 'relu6') return ['Clip', ['zero', 'six'], {}];
  return ['LeakyRelu', [], { alpha: { float: activation.leaky } }];
}

/** @param channels of the layer's map */
function nodesOf(layer: Layer, naming: OnnxNaming, channels: number): OnnxGraphNode[] {
  const { name } = layer;
  switch (layer.kind) {
    case 'convolution':
    case 'depthwiseConvolution': {
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
      step('.convolved', 'Conv', bias === undefined ? [weight] : [weight, bias], {
        ...windowAttributes(layer),
        ...(layer.kind === 'depthwiseConvolution' ? { group: { int: channels } } : {}),
      });
      if (normalisation) {
        const { scale, shift, mean, variance, epsilon } = normalisation;
        step('.normalised', 'BatchNormalization', [scale, shift, mean, variance], { epsilon: { float: epsilon } });
      }
      step('', ...activationOf(layer.activation));
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

function windowAttributes(layer: { kernel: number; stride: number; padding: Padding }): Record<string, OnnxAttribute> {
  const window = {
    kernel_shape: { ints: [layer.kernel, layer.kernel] },
    strides: { ints: [layer.stride, layer.stride] },
  };
  if (layer.padding === 'same') return { ...window, auto_pad: { text: 'SAME_UPPER' } };
  const [before, after] = layer.padding;
  return { ...window, pads: { ints: [before, before, after, after] } };
}

/** Channels do not depend on the side of the input. */
const SIDE = 224;

/**
 * The description as an ONNX file, for an independent runtime. The input is NCHW, named `input`, of any size; outputs are
 * the taps asked for, NCHW.
 * @param parameters under the names that `naming` gives, kernels as // (out, in, kernel, kernel), `in` 1 where each channel goes by
 * itself
 */
export function backboneOnnx(
  description: BackboneDescription,
  taps: readonly string[],
  naming: OnnxNaming,
  parameters: ReadonlyMap<string, NamedArray>,
): Uint8Array {
  const initializers = new Map(parameters);
  if (description.layers.some((layer) => 'activation' in layer && layer.activation === 'relu6')) {
    initializers.set('zero', { shape: [], values: Float32Array.of(0) });
    initializers.set('six', { shape: [], values: Float32Array.of(6) });
  }
  for (const layer of description.layers) {
    if (layer.kind !== 'upsample') continue;
    initializers.set(`factor${layer.factor}`, {
      shape: [4],
      values: Float32Array.of(1, 1, layer.factor, layer.factor),
    });
  }
  const shapes = layerShapes(description, SIDE, SIDE);
  const nodes = description.layers.flatMap((layer) => nodesOf(layer, naming, shapes.get(layer.name)!.channels));
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

/** Weights of our own format as `backboneOnnx` wants them, under the names `<layer>.weight` and `<layer>.bias`. */
export function onnxParameters(
  description: BackboneDescription,
  tensors: ReadonlyMap<string, NamedArray>,
): ReadonlyMap<string, NamedArray> {
  const depthwise = new Set(
    description.layers.flatMap(({ kind, name }) => (kind === 'depthwiseConvolution' ? [`${name}.weight`] : [])),
  );
  return new Map(
    [...tensors].map(([name, tensor]) => {
      const [rows = 0, columns = 0, channels = 0] = tensor.shape;
      if (depthwise.has(name)) return [name, outFirst({ ...tensor, shape: [rows, columns, 1, channels] })] as const;
      return [name, tensor.shape.length === 4 ? outFirst(tensor) : tensor] as const;
    }),
  );
}
