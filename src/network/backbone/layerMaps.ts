import { uninitialisedMap } from '../../gpu/dispatch/uninitialisedMap.ts';
import type { MapSlice } from '../../gpu/kernels/fusedConvolution/convolutionWork.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import {
  type Convolution,
  type DepthwiseConvolution,
  INPUT,
  type Layer,
  type MapShape,
  sourcesOf,
} from './backboneDescription.ts';
import { type LayerWeights, runConvolution, runExpanded, runLayer } from './runLayer.ts';
import { type JoinedSlice, type SharedJoins, sharedJoins } from './sharedJoins.ts';

const NONE: SharedJoins = { slices: new Map(), copies: new Map() };

/** The maps of one run of a backbone. Where kernels write in place, convolutions write straight into the joined map that reads them. */
export class LayerMaps {
  readonly #maps: Map<string, tf.Tensor4D>;
  readonly #joins: SharedJoins;
  readonly #shapes: ReadonlyMap<string, MapShape>;

  /**
   * @param layers those of the run, in their order @param shapes of their maps @param taps layers that `whole` is asked for at the end
   * @param inPlace whether convolutions can write into slices in place
   */
  constructor(
    input: tf.Tensor4D,
    layers: readonly Layer[],
    shapes: ReadonlyMap<string, MapShape>,
    taps: readonly string[],
    inPlace: boolean,
  ) {
    this.#maps = new Map([[INPUT, input]]);
    this.#joins = inPlace ? sharedJoins(layers, taps) : NONE;
    this.#shapes = shapes;
  }

  /** The map of a layer that has run. // (1, height, width, channels) */
  whole(name: string): tf.Tensor4D {
    const slice = this.#joins.slices.get(name);
    if (slice === undefined) return this.#maps.get(name)!;
    const { height, width, channels } = this.#shapes.get(name)!;
    return tf.slice4d(this.#maps.get(slice.join)!, [0, 0, 0, slice.offset], [1, height, width, channels]);
  }

  run(layer: Layer, weights: LayerWeights): void {
    if (layer.kind !== 'convolution') {
      // A shared join has been filled by the layers that it reads.
      if (!this.#maps.has(layer.name))
        this.#maps.set(
          layer.name,
          runLayer(
            layer,
            sourcesOf(layer).map((name) => this.whole(name)),
            weights,
          ),
        );
      return;
    }
    const from = this.#joins.slices.get(layer.from);
    const x = this.#maps.get(from?.join ?? layer.from)!;
    const into = this.#place(layer, this.#joins.slices);
    const copy = this.#place(layer, this.#joins.copies);
    const map = runConvolution(layer, x, weights, {
      ...(from && { from: from.offset }),
      ...(into && { into }),
      ...(copy && { copy }),
    });
    // Of a slice, what comes back is the joined map once more.
    if (into) map.dispose();
    else this.#maps.set(layer.name, map);
  }

  /** `layer` and, before it, the convolution that it alone reads, whose map is never asked for. */
  runExpanded(
    expand: Convolution,
    layer: DepthwiseConvolution,
    expandWeights: LayerWeights,
    weights: LayerWeights,
  ): void {
    this.#maps.set(layer.name, runExpanded(expand, layer, this.whole(expand.from), expandWeights, weights));
  }

  /** The place of a layer's channels in the joined map, which is made with the first of its layers. */
  #place(layer: Layer, places: ReadonlyMap<string, JoinedSlice>): MapSlice | undefined {
    const slice = places.get(layer.name);
    if (slice === undefined) return undefined;
    const { height, width } = this.#shapes.get(layer.name)!;
    const map = this.#maps.get(slice.join) ?? uninitialisedMap(height, width, slice.depth);
    this.#maps.set(slice.join, map);
    return { map, offset: slice.offset };
  }

  /** Nobody reads the layer's map any more. */
  finish(name: string): void {
    if (!this.#joins.slices.has(name)) this.#maps.get(name)!.dispose();
  }
}
