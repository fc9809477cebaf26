import type { NamedArray } from '../../../base/weights/safetensors.ts';
import {
  type BackboneDescription,
  type Convolution,
  type DepthwiseConvolution,
  INPUT,
  type Layer,
  sourcesOf,
  weightShapes,
} from '../../../network/backbone/backboneDescription.ts';
import type { TfliteModel, TfliteOperator } from './tfliteModel.ts';

/**
 * Follows a TensorFlow Lite graph and a description from the taps back to the input, side by side, checks that each layer says what the
 * graph computes, and collects the weights under the description's names, float16 numbers as they are.
 */

function activationSays(activation: (Convolution | DepthwiseConvolution)['activation']): string {
  if (activation === 'identity') return 'NONE';
  return typeof activation === 'string' ? activation.toUpperCase() : 'LEAKY_RELU';
}

/** A window of 1 at stride 1 adds nothing by either of TensorFlow's rules. */
function paddingSays(padding: string, kernel: number, stride: number): string {
  return kernel === 1 && stride === 1 ? '0,0' : padding;
}

/** What a layer and the operator must agree on, as one line each. */
function layerSays(layer: Layer): string {
  switch (layer.kind) {
    case 'convolution':
    case 'depthwiseConvolution': {
      const kind = layer.kind === 'convolution' ? `CONV_2D to ${layer.channels}` : 'DEPTHWISE_CONV_2D';
      const padding = layer.padding === 'same' ? 'SAME' : layer.padding.join();
      return `${kind}, ${layer.kernel} stride ${layer.stride} padding ${padding}, ${activationSays(layer.activation)}`;
    }
    case 'add':
      return `ADD of ${layer.from.length}, NONE`;
    default:
      return layer.kind;
  }
}

function operatorSays(model: TfliteModel, { kind, inputs, window, activation }: TfliteOperator): string {
  if (kind === 'ADD') return `ADD of ${inputs.length}, ${activation}`;
  if (window === null) return kind;
  // Kernels are stored as (out, height, width, in), depthwise ones as (1, height, width, channels).
  const [out, height = 0, width = 0] = model.shapes[inputs[1]!]!;
  const named = kind === 'CONV_2D' ? `${kind} to ${out}` : kind;
  const kernel = height === width ? height : `${height}×${width}`;
  const stride =
    window.strideHeight === window.strideWidth ? window.strideHeight : `${window.strideHeight}×${window.strideWidth}`;
  const padding = paddingSays(window.padding, height, window.strideHeight);
  const rest = `${window.dilation === 1 ? '' : ` dilation ${window.dilation}`}${window.multiplier === 1 ? '' : ` times ${window.multiplier}`}`;
  return `${named}, ${kernel} stride ${stride} padding ${padding}${rest}, ${window.activation}`;
}

/** (out, height, width, in) → (height, width, in, out); (1, height, width, channels) → (height, width, channels, 1) */
function outLast({ shape, values }: NamedArray, depthwise: boolean): NamedArray {
  const [out = 0, height = 0, width = 0, last = 0] = shape;
  if (depthwise) return { shape: [height, width, last, 1], values };
  const inner = height * width * last;
  const turned = new Float32Array(values.length);
  for (let o = 0; o < out; o++) for (let i = 0; i < inner; i++) turned[i * out + o] = values[o * inner + i]!;
  return { shape: [height, width, last, out], values: turned };
}

/**
 * @param ends the graph's tensor for each tap of the description
 * @throws Error naming the first layer that differs from the graph.
 */
export function weightsFromTflite(
  model: TfliteModel,
  description: BackboneDescription,
  ends: Readonly<Record<string, number>>,
): ReadonlyMap<string, NamedArray> {
  const layers = new Map(description.layers.map((layer) => [layer.name, layer]));
  const makers = new Map(model.operators.flatMap((operator) => operator.outputs.map((out) => [out, operator])));
  const tensorOf = new Map<string, number>();
  const weights = new Map<string, NamedArray>();

  const visit = (name: string, tensor: number): void => {
    const fail = (got: string, wanted: string): never => {
      throw new Error(
        `weightsFromTflite: layer ${name} of ${description.name} is ${wanted}, the graph's tensor ${tensor} (${model.names[tensor]}) is ${got}`,
      );
    };
    const seen = tensorOf.get(name);
    if (seen !== undefined) {
      if (seen !== tensor) fail(`tensor ${tensor}`, `tensor ${seen}`);
      return;
    }
    tensorOf.set(name, tensor);
    if (name === INPUT) {
      if (!model.inputs.includes(tensor)) fail('made within it', 'its input');
      return;
    }
    const layer = layers.get(name)!;
    const operator = makers.get(tensor) ?? fail('made by no operator', layerSays(layer));
    const [got, wanted] = [operatorSays(model, operator), layerSays(layer)];
    if (got !== wanted) fail(got, wanted);
    if (layer.kind === 'convolution' || layer.kind === 'depthwiseConvolution') {
      weights.set(
        `${name}.weight`,
        outLast(model.constant(operator.inputs[1]!), layer.kind === 'depthwiseConvolution'),
      );
      weights.set(`${name}.bias`, model.constant(operator.inputs[2]!));
    }
    for (const [i, source] of sourcesOf(layer).entries()) visit(source, operator.inputs[i]!);
  };

  for (const tap of description.taps) visit(tap, ends[tap]!);
  return new Map(
    [...weightShapes(description)].map(([name, shape]) => {
      const found = weights.get(name);
      if (found === undefined || found.shape.join() !== shape.join())
        throw new Error(`weightsFromTflite: ${name} is [${found?.shape.join(', ')}], wanted [${shape.join(', ')}]`);
      return [name, found];
    }),
  );
}
