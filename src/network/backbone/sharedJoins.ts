import { sourcesOf, type Convolution, type Layer } from './backboneDescription.ts';

/** Where a convolution's channels stand in the joined map that it writes into. */
export interface JoinedSlice {
  /** Name of the joining layer. */
  readonly join: string;
  /** First channel. */
  readonly offset: number;
  /** Channels of the joined map. */
  readonly depth: number;
}

/**
 * Convolutions that can write straight into the map that joins them, so that nothing is copied. That is so for a `concat` of
 * convolutions alone, where none reads another (a kernel cannot read the map that it writes), none is read after the joined map
 * is made or asked for by itself, and all have channels in fours.
 * @param layers in the order in which they run
 * @param taps layers whose own maps are asked for
 */
export function sharedJoins(layers: readonly Layer[], taps: readonly string[] = []): ReadonlyMap<string, JoinedSlice> {
  const convolutions = new Map(layers.flatMap((layer) => (layer.kind === 'convolution' ? [[layer.name, layer] as const] : [])));
  const slices = new Map<string, JoinedSlice>();
  layers.forEach((layer, position) => {
    if (layer.kind !== 'concat') return;
    const sources = layer.from.flatMap((name): Convolution[] => {
      const source = convolutions.get(name);
      return source === undefined || source.channels % 4 !== 0 || slices.has(name) || layer.from.includes(source.from) ? [] : [source];
    });
    const readLater = layers.slice(position + 1).some((later) => sourcesOf(later).some((name) => layer.from.includes(name)));
    const asked = layer.from.some((name) => taps.includes(name));
    if (asked || sources.length !== layer.from.length || new Set(layer.from).size !== layer.from.length || readLater) return;
    const depth = sources.reduce((sum, { channels }) => sum + channels, 0);
    let offset = 0;
    for (const { name, channels } of sources) {
      slices.set(name, { join: layer.name, offset, depth });
      offset += channels;
    }
  });
  return slices;
}
