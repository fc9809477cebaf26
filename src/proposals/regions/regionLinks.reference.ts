import type { Scratch } from '../arena/scratch.ts';

/** A linked list of neighbours for each region. Links to regions that are gone stay in it. */
export interface RegionLinks {
  count: number;
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly to: Int32Array;
  readonly length: Float32Array;
  readonly strength: Float32Array;
}

export function regionLinks(regions: number, capacity: number, scratch: Scratch): RegionLinks {
  return {
    count: 0,
    head: scratch.int32(regions).fill(-1),
    next: scratch.int32(capacity),
    to: scratch.int32(capacity),
    length: scratch.float32(capacity),
    strength: scratch.float32(capacity),
  };
}

export function addLink(links: RegionLinks, from: number, to: number, length: number, strength: number): void {
  const l = links.count;
  // A link that finds no room is dropped. Photos use a third of it.
  if (l === links.to.length) return;
  links.count++;
  links.to[l] = to;
  links.length[l] = length;
  links.strength[l] = strength;
  links.next[l] = links.head[from]!;
  links.head[from] = l;
}
