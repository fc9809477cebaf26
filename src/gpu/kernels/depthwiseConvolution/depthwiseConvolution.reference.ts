import { type Clamp, clamped } from '../fusedConvolution/activation.ts';

/**
 * A convolution of each channel by itself, bias and activation in one:
 *
 *   out[y, x, c] = f(bias[c] + Σ in[y·s + ky − top, x·s + kx − left, c] · filter[ky, kx, c])
 *
 * with zeros outside the map and f(v) = min(v ≥ 0 ? v : slope·v, most). Source: Howard et al. 2017 (MobileNets), section 3.1.
 */

/** Sizes of one depthwise convolution; all that a kernel needs beside the numbers. */
export interface DepthwiseShape extends Clamp {
  readonly inHeight: number;
  readonly inWidth: number;
  readonly channels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly stride: number;
  /** Rows of zeros above, columns of zeros to the left. */
  readonly padTop: number;
  readonly padLeft: number;
}

/**
 * @param input // (inHeight, inWidth, channels)
 * @param filter // (kernelHeight, kernelWidth, channels)
 * @param bias // (channels,)
 * @returns // (outHeight, outWidth, channels)
 */
export function depthwiseConvolutionReference(
  input: Float32Array,
  filter: Float32Array,
  bias: Float32Array,
  shape: DepthwiseShape,
): Float32Array {
  const { inHeight, inWidth, channels, outHeight, outWidth, kernelHeight, kernelWidth, stride } = shape;
  const output = new Float32Array(outHeight * outWidth * channels);
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      for (let c = 0; c < channels; c++) {
        let sum = bias[c]!;
        for (let ky = 0; ky < kernelHeight; ky++) {
          const row = y * stride + ky - shape.padTop;
          if (row < 0 || row >= inHeight) continue;
          for (let kx = 0; kx < kernelWidth; kx++) {
            const column = x * stride + kx - shape.padLeft;
            if (column < 0 || column >= inWidth) continue;
            sum += input[(row * inWidth + column) * channels + c]! * filter[(ky * kernelWidth + kx) * channels + c]!;
          }
        }
        output[(y * outWidth + x) * channels + c] = clamped(sum, shape);
      }
    }
  }
  return output;
}
