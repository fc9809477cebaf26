import * as tf from '@tensorflow/tfjs';
import { uninitialisedMap } from '../../gpu/uninitialisedMap.ts';
import { INPUT, sourcesOf, type Layer, type MapShape } from './backboneDescription.ts';
import { runConvolution, runLayer, type LayerWeights } from './runLayer.ts';
import { sharedJoins, type JoinedSlice } from './sharedJoins.ts';

/** The maps of one run of a backbone. On WebGPU convolutions write straight into the joined map that reads them, where they can. */
export class LayerMaps {
  readonly #maps: Map<string, tf.Tensor4D>;
  /** Where a layer's map is a slice of another one. */
  readonly #slices: ReadonlyMap<string, JoinedSlice>;
  readonly #shapes: ReadonlyMap<string, MapShape>;

  /** @param layers those of the run, in their order @param shapes of their maps @param taps layers that `whole` is asked for at the end */
  constructor(input: tf.Tensor4D, layers: readonly Layer[], shapes: ReadonlyMap<string, MapShape>, taps: readonly string[]) {
    this.#maps = new Map([[INPUT, input]]);
    this.#slices = tf.getBackend() === 'webgpu' ? sharedJoins(layers, taps) : new Map();
    this.#shapes = shapes;
  }

  /** The map of a layer that has run. // (1, height, width, channels) */
  whole(name: string): tf.Tensor4D {
    const slice = this.#slices.get(name);
    if (slice === undefined) return this.#maps.get(name)!;
    const { height, width, channels } = this.#shapes.get(name)!;
    return tf.slice4d(this.#maps.get(slice.join)!, [0, 0, 0, slice.offset], [1, height, width, channels]);
  }

  run(layer: Layer, weights: LayerWeights): void {
    if (layer.kind !== 'convolution') {
      // A shared join has been filled by the layers that it reads.
      if (!this.#maps.has(layer.name)) this.#maps.set(layer.name, runLayer(layer, sourcesOf(layer).map((name) => this.whole(name)), weights));
      return;
    }
    const from = this.#slices.get(layer.from);
    const x = this.#maps.get(from?.join ?? layer.from)!;
    const to = this.#slices.get(layer.name);
    if (to === undefined) {
      this.#maps.set(layer.name, runConvolution(layer, x, weights, from?.offset));
      return;
    }
    const { height, width } = this.#shapes.get(layer.name)!;
    const map = this.#maps.get(to.join) ?? uninitialisedMap(height, width, to.depth);
    this.#maps.set(to.join, map);
    // What comes back is the joined map once more.
    runConvolution(layer, x, weights, from?.offset, { map, offset: to.offset }).dispose();
  }

  /** Nobody reads the layer's map any more. */
  finish(name: string): void {
    if (!this.#slices.has(name)) this.#maps.get(name)!.dispose();
  }
}
