import { depthwiseConvolutionReference } from '../../gpu/kernels/depthwiseConvolution/depthwiseConvolution.reference.ts';
import { clampOf } from '../../gpu/kernels/fusedConvolution/activation.ts';
import { fusedConvolutionReference } from '../../gpu/kernels/fusedConvolution/fusedConvolution.reference.ts';
import {
  type Activation,
  type Convolution,
  type DepthwiseConvolution,
  type Layer,
  type MapShape,
  type Pooling,
  paddingOf,
} from './backboneDescription.ts';

/** What the layers that a mobile network is made of mean, in plain loops: what every backend must give. */

export interface PlainMap extends MapShape {
  /** // (height, width, channels) */
  readonly values: Float32Array;
}

export interface PlainWeights {
  /** As the description has them. */
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

function clampOfActivation(activation: Activation) {
  if (activation === 'identity') return clampOf('linear', 0);
  return typeof activation === 'string' ? clampOf(activation, 0) : clampOf('leakyrelu', activation.leaky);
}

function convolution(
  layer: Convolution | DepthwiseConvolution,
  { values, height, width, channels }: PlainMap,
  out: MapShape,
  { weight, bias }: PlainWeights,
): Float32Array {
  const { rows, columns } = paddingOf(layer, height, width);
  const shared = {
    inHeight: height,
    inWidth: width,
    outHeight: out.height,
    outWidth: out.width,
    kernelHeight: layer.kernel,
    kernelWidth: layer.kernel,
    stride: layer.stride,
    padTop: rows[0],
    padLeft: columns[0],
    ...clampOfActivation(layer.activation),
  };
  if (layer.kind === 'depthwiseConvolution')
    return depthwiseConvolutionReference(values, weight, bias, { ...shared, channels });
  const output = new Float32Array(out.height * out.width * out.channels);
  fusedConvolutionReference(values, weight, bias, output, {
    ...shared,
    inChannels: channels,
    inDepth: channels,
    inOffset: 0,
    outChannels: out.channels,
    outDepth: out.channels,
    outOffset: 0,
  });
  return output;
}

/** The largest or the mean of the cells of each window that lie within the map. */
function pooling(layer: Pooling, { values, height, width, channels }: PlainMap, out: MapShape): Float32Array {
  const { rows, columns } = paddingOf(layer, height, width);
  return Float32Array.from({ length: out.height * out.width * channels }, (_, at) => {
    const [y, x, c] = [Math.floor(at / channels / out.width), Math.floor(at / channels) % out.width, at % channels];
    const window: number[] = [];
    for (let ky = 0; ky < layer.kernel; ky++) {
      for (let kx = 0; kx < layer.kernel; kx++) {
        const [row, column] = [y * layer.stride + ky - rows[0], x * layer.stride + kx - columns[0]];
        if (row >= 0 && row < height && column >= 0 && column < width)
          window.push(values[(row * width + column) * channels + c]!);
      }
    }
    return layer.kind === 'maxPool' ? Math.max(...window) : window.reduce((sum, v) => sum + v, 0) / window.length;
  });
}

/**
 * @param out shape of the layer's map, by `layerShapes`
 * @returns // (out.height, out.width, out.channels)
 * @throws Error for a kind that has no plain form here.
 */
export function runLayerReference(
  layer: Layer,
  sources: readonly PlainMap[],
  out: MapShape,
  weights: PlainWeights,
): Float32Array {
  switch (layer.kind) {
    case 'convolution':
    case 'depthwiseConvolution':
      return convolution(layer, sources[0]!, out, weights);
    case 'maxPool':
    case 'averagePool':
      return pooling(layer, sources[0]!, out);
    case 'add':
      return sources[0]!.values.map((_, i) => sources.reduce((sum, { values }) => sum + values[i]!, 0));
    default:
      throw new Error(`runLayerReference: got a layer of kind ${layer.kind}, wanted one that a mobile network has`);
  }
}
