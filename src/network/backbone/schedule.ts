import { type BackboneDescription, type Convolution, INPUT, type Layer, sourcesOf } from './backboneDescription.ts';

/** What is done at a time in a run of a backbone. */
export interface Step {
  readonly layer: Layer;
  /** A 1×1 convolution that `layer`, a depthwise one, alone reads, and that is done in the same step; null for none. */
  readonly expand: Convolution | null;
  /** Layers whose maps nobody reads any more. */
  readonly finished: readonly string[];
}

/**
 * The layers that `taps` depend on, in order.
 * @param expanding whether 1×1 convolutions are done together with the depthwise ones that read them
 */
export function schedule(description: BackboneDescription, taps: readonly string[], expanding: boolean): Step[] {
  const needed = new Set(taps);
  const readers = new Map<string, string[]>();
  for (const layer of description.layers.toReversed()) {
    if (!needed.has(layer.name)) continue;
    for (const source of new Set(sourcesOf(layer))) {
      needed.add(source);
      readers.set(source, [...(readers.get(source) ?? []), layer.name]);
    }
  }
  const kept = new Set([...taps, INPUT]);
  const steps: Step[] = [];
  for (const layer of description.layers.filter(({ name }) => needed.has(name))) {
    // The first in the list is the last to read.
    const finished = [...new Set(sourcesOf(layer))].filter(
      (source) => !kept.has(source) && readers.get(source)![0] === layer.name,
    );
    const before = steps.at(-1);
    const expand = expanding && before !== undefined ? expandedBy(layer, before, kept, readers) : null;
    if (expand === null || before === undefined) {
      steps.push({ layer, expand: null, finished });
      continue;
    }
    const others = finished.filter((name) => name !== expand.name);
    steps[steps.length - 1] = { layer, expand, finished: [...before.finished, ...others] };
  }
  return steps;
}

/** The convolution of the step before, where `layer` can be done together with it. */
function expandedBy(
  layer: Layer,
  { layer: before }: Step,
  kept: ReadonlySet<string>,
  readers: ReadonlyMap<string, readonly string[]>,
): Convolution | null {
  if (layer.kind !== 'depthwiseConvolution' || before.kind !== 'convolution' || layer.from !== before.name) return null;
  const whole = before.kernel === 1 && before.stride === 1 && `${before.padding}` === '0,0';
  return whole && !kept.has(before.name) && readers.get(before.name)?.length === 1 ? before : null;
}
