import type { RgbImage } from '../../base/image/rgbImage.ts';
import { checkFinite } from '../../base/weights/checkFinite.ts';
import { fingerprintOfParts } from '../../base/weights/fingerprint.ts';
import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import { readSafetensors, type WeightsFile } from '../../base/weights/safetensors.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { type BackboneDescription, type Layer, layerShapes, weightShapes } from './backboneDescription.ts';
import { HalfFilters } from './halfFilters.ts';
import { LayerMaps } from './layerMaps.ts';
import { COARSEST_STRIDE, fittedToNetwork, normalisedPixels } from './networkInput.ts';
import { packedFilters } from './packedFilters.ts';
import type { LayerWeights } from './runLayer.ts';
import { schedule } from './schedule.ts';

/** A description with its weights on the current tfjs backend. */
export interface Backbone {
  readonly description: BackboneDescription;
  /** Longer side of the network's input, pixels. */
  readonly inputSide: number;
  /** Name, input side and a fingerprint of the weights; codes of two versions are never compared. */
  readonly version: string;
  /** Channels of a tap. @throws Error for an unknown tap. */
  channels(tap: string): number;
  /**
   * Maps of one photo, resized to the network's size first. The caller owns the tensors.
   * @returns for each tap // (h, w, channels), float32; h and w are the network's sides over the tap's stride
   * @throws Error for an unknown tap.
   */
  run<Tap extends string>(image: RgbImage, taps: readonly Tap[]): Record<Tap, tf.Tensor3D>;
  /** The same on a ready input. `input` // (1, height, width, 3), normalised; sides are multiples of 32 */
  forward<Tap extends string>(input: tf.Tensor4D, taps: readonly Tap[]): Record<Tap, tf.Tensor3D>;
  dispose(): void;
}

/** Name, input side and a fingerprint over the bits of all weights, in the description's order. */
export function backboneVersion(description: BackboneDescription, weights: WeightsFile, inputSide: number): string {
  const bits = [...weightShapes(description).keys()].map((name) => {
    const { values } = weights.tensors.get(name)!;
    return new Uint32Array(values.buffer, values.byteOffset, values.length);
  });
  return `${description.name}@${inputSide}#${fingerprintOfParts(bits)}`;
}

/** @throws Error naming the first tensor that is missing, has another shape or holds a number that is not finite. */
export function checkWeights(description: BackboneDescription, weights: WeightsFile): void {
  for (const [name, shape] of weightShapes(description)) {
    const stored = weights.tensors.get(name);
    const wanted = `[${shape.join(', ')}]`;
    if (stored === undefined) throw new Error(`${description.name}: tensor ${name} is missing, wanted ${wanted}`);
    if (stored.shape.join() !== shape.join()) {
      throw new Error(`${description.name}: tensor ${name} is [${stored.shape.join(', ')}], wanted ${wanted}`);
    }
    checkFinite(`${description.name}: tensor ${name}`, stored.values);
  }
}

/**
 * Uploads the weights to the current backend.
 * @throws Error when the description does not fit together, or naming the first tensor that does not fit it;
 * RangeError when `inputSide` is not a multiple of 32 (at the first photo).
 */
export function createBackbone(
  description: BackboneDescription,
  weights: WeightsFile,
  inputSide = description.inputSide,
): Backbone {
  checkWeights(description, weights);
  const tensors = new Map<string, tf.Tensor>();
  const packed = packedFilters(description, weights);
  for (const name of weightShapes(description).keys()) {
    if (packed?.has(name)) continue;
    const { values, shape } = weights.tensors.get(name)!;
    tensors.set(name, tf.keep(tf.tensor(values, [...shape], 'float32')));
  }
  // It holds on to the weights as they were read, so only where they may be asked for.
  const halves = tf.getBackend() === 'webgpu' ? new HalfFilters(weights) : null;
  const channelsOf = layerShapes(description, COARSEST_STRIDE * 7, COARSEST_STRIDE * 7);
  const layerWeights = (layer: Layer): LayerWeights => ({
    weight: packed?.get(`${layer.name}.weight`) ?? tensors.get(`${layer.name}.weight`),
    bias: tensors.get(`${layer.name}.bias`),
    ...(halves === null ? {} : { half: () => halves.of(layer.name) }),
  });

  const forward = <Tap extends string>(input: tf.Tensor4D, taps: readonly Tap[]): Record<Tap, tf.Tensor3D> => {
    for (const tap of taps) {
      if (!description.taps.includes(tap)) {
        throw new Error(`${description.name}: got tap ${tap}, wanted one of ${description.taps.join(', ')}`);
      }
    }
    return tf.tidy(() => {
      const steps = schedule(description, taps, packed !== null);
      const maps = new LayerMaps(
        input,
        steps.map(({ layer }) => layer),
        layerShapes(description, input.shape[1], input.shape[2]),
        taps,
        packed !== null || tf.getBackend() === 'webgpu',
      );
      for (const { layer, expand, finished } of steps) {
        if (expand !== null && layer.kind === 'depthwiseConvolution')
          maps.runExpanded(expand, layer, layerWeights(expand), layerWeights(layer));
        else maps.run(layer, layerWeights(layer));
        for (const name of finished) maps.finish(name);
      }
      const entries = taps.map((tap) => [tap, maps.whole(tap).squeeze<tf.Tensor3D>([0])] as const);
      return Object.fromEntries(entries) as Record<Tap, tf.Tensor3D>;
    });
  };

  return {
    description,
    inputSide,
    version: backboneVersion(description, weights, inputSide),
    channels(tap) {
      const shape = description.taps.includes(tap) ? channelsOf.get(tap) : undefined;
      if (shape === undefined)
        throw new Error(`${description.name}: got tap ${tap}, wanted one of ${description.taps.join(', ')}`);
      return shape.channels;
    },
    run(image, taps) {
      const fitted = fittedToNetwork(image, inputSide);
      return tf.tidy(() => {
        const pixels = normalisedPixels(fitted, description.input);
        return forward(tf.tensor4d(pixels, [1, fitted.height, fitted.width, 3]), taps);
      });
    },
    forward,
    dispose() {
      for (const tensor of tensors.values()) tensor.dispose();
      tensors.clear();
      for (const { values } of packed?.values() ?? []) values.dispose();
      packed?.clear();
      halves?.dispose();
    },
  };
}

/** Fetches `<name>.safetensors` and uploads it. */
export async function loadBackbone(
  description: BackboneDescription,
  load: ModelLoader,
  inputSide = description.inputSide,
): Promise<Backbone> {
  return createBackbone(description, readSafetensors(await load(`${description.name}.safetensors`)), inputSide);
}
