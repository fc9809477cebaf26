import { type Convolution, type Layer, sourcesOf } from './backboneDescription.ts';

/** Where a convolution's channels stand in the joined map that it writes into. */
export interface JoinedSlice {
  /** Name of the joining layer. */
  readonly join: string;
  /** First channel. */
  readonly offset: number;
  /** Channels of the joined map. */
  readonly depth: number;
}

export interface SharedJoins {
  /** Layers whose map is a slice of a joined one and has no tensor of its own. */
  readonly slices: ReadonlyMap<string, JoinedSlice>;
  /** Layers that have a map of their own and write the same numbers into a joined one besides. */
  readonly copies: ReadonlyMap<string, JoinedSlice>;
}

/**
 * Convolutions that can write straight into the map that joins them, so that nothing is read again to be copied. That is so for a `concat`
 * of different convolutions alone, all with channels in fours. One of them that is read by another (a kernel cannot read the map that it
 * writes), that is read after the joined map is made, or asked for by itself, writes twice: its own map and its slice.
 * @param layers in the order in which they run
 * @param taps layers whose own maps are asked for
 */
export function sharedJoins(layers: readonly Layer[], taps: readonly string[] = []): SharedJoins {
  const convolutions = new Map(
    layers.flatMap((layer) => (layer.kind === 'convolution' ? [[layer.name, layer] as const] : [])),
  );
  const slices = new Map<string, JoinedSlice>();
  const copies = new Map<string, JoinedSlice>();
  layers.forEach((layer, position) => {
    if (layer.kind !== 'concat' || new Set(layer.from).size !== layer.from.length) return;
    const sources = layer.from.flatMap((name): Convolution[] => {
      const source = convolutions.get(name);
      // A kernel writes two maps at most.
      return source === undefined || source.channels % 4 !== 0 || copies.has(name) ? [] : [source];
    });
    if (sources.length !== layer.from.length) return;
    const readLater = new Set(layers.slice(position + 1).flatMap(sourcesOf));
    const readWithin = new Set(sources.map(({ from }) => from));
    const depth = sources.reduce((sum, { channels }) => sum + channels, 0);
    let offset = 0;
    for (const { name, channels } of sources) {
      const ownMap = readWithin.has(name) || readLater.has(name) || taps.includes(name);
      (ownMap ? copies : slices).set(name, { join: layer.name, offset, depth });
      offset += channels;
    }
  });
  return { slices, copies };
}
