import { BINARY } from './loops.binary.ts';
import type { Scratch } from './scratch.ts';

/**
 * The functions that loops.assembly.ts exports, on the memory of one arena. All arguments but counts and numbers are addresses: the
 * `byteOffset` of arrays that the arena handed out.
 */
export interface Loops {
  appearance(
    lightness: number,
    a: number,
    b: number,
    labels: number,
    width: number,
    height: number,
    count: number,
    ends: number,
    work: number,
    histogram: number,
    moments: number,
  ): void;
  segmentSums(
    nodes: number,
    runs: number,
    runCount: number,
    mark: number,
    inside: number,
    ringed: number,
    members: number,
    around: number,
    outside: number,
    rowStart: number,
    neighbour: number,
    numbers: number,
    borders: number,
    histogram: number,
    box: number,
    band: number,
    own: number,
    ring: number,
    sums: number,
  ): void;
  runMlp(
    rows: number,
    count: number,
    stride: number,
    layers: number,
    layerCount: number,
    hidden: number,
    values: number,
    places: number,
    out: number,
  ): void;
  skew(strength: number, width: number, height: number, beyond: number, out: number): void;
  assign(
    east: number,
    south: number,
    width: number,
    height: number,
    centres: number,
    count: number,
    sweeps: number,
    stepCost: number,
    distance: number,
    work: number,
    labels: number,
  ): void;
  centroidSums(labels: number, width: number, height: number, starts: number, sums: number): void;
  keepLargestParts(
    labels: number,
    width: number,
    height: number,
    labelCount: number,
    starts: number,
    joined: number,
    pixels: number,
    queue: number,
    largest: number,
    sizes: number,
    closed: number,
  ): number;
  superpixelShapes(
    labels: number,
    width: number,
    height: number,
    starts: number,
    area: number,
    x0: number,
    y0: number,
    x1: number,
    y1: number,
  ): void;
  superpixelEdges(
    labels: number,
    east: number,
    south: number,
    width: number,
    height: number,
    nodeCount: number,
    table: number,
    bits: number,
    edgeA: number,
    edgeB: number,
    edgeLength: number,
    histogram: number,
    lowQuartile: number,
    median: number,
    highQuartile: number,
  ): number;
  spread(
    rowStart: number,
    neighbour: number,
    slotCost: number,
    distance: number,
    newest: number,
    node: number,
    before: number,
    done: number,
    bucketMask: number,
    perBucket: number,
    entries: number,
  ): void;
  mergeTree(
    n: number,
    edgeCount: number,
    edgeA: number,
    edgeB: number,
    edgeLength: number,
    weights: number,
    superpixelArea: number,
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    superpixelHistogram: number,
    photoArea: number,
    rule: number,
    most: number,
    linkRoom: number,
    heapRoom: number,
    work: number,
    left: number,
    right: number,
    cost: number,
    unionA: number,
    unionB: number,
    unionC: number,
    unionCost: number,
    counts: number,
    leastInPair: number,
    leastInTriple: number,
  ): void;
  sortByDistance(
    distance: number,
    n: number,
    order: number,
    keys: number,
    swapKeys: number,
    swapOrder: number,
    counts: number,
  ): void;
  criticalLevels(
    distance: number,
    area: number,
    n: number,
    maxLevels: number,
    maxIou: number,
    order: number,
    cumulative: number,
    steps: number,
    taken: number,
    gaps: number,
  ): number;
  distinctSegments(
    boxes: number,
    count: number,
    maxIou: number,
    octaves: number,
    reach: number,
    buckets: number,
    starts: number,
    ends: number,
    planes: number,
    kept: number,
    votes: number,
  ): number;
  crackStrength(
    lightness: number,
    a: number,
    b: number,
    width: number,
    height: number,
    sums: number,
    out: number,
    narrow: number,
    narrowWeight: number,
    wide: number,
    wideWeight: number,
    half: number,
  ): void;
  southStrength(
    lightness: number,
    a: number,
    b: number,
    width: number,
    height: number,
    sums: number,
    out: number,
    narrow: number,
    narrowWeight: number,
    wide: number,
    wideWeight: number,
    half: number,
  ): void;
  catchUp(
    box: number,
    taken: number,
    room: number,
    since: number,
    count: number,
    reach: number,
    slopes: number,
    near: number,
    open: number,
  ): void;
}

/** How many parameters each function has: what a binary that was built from another source would not keep. */
const PARAMETERS: { readonly [Name in keyof Loops]: Parameters<Loops[Name]>['length'] } = {
  segmentSums: 19,
  runMlp: 9,
  skew: 5,
  assign: 11,
  spread: 11,
  mergeTree: 28,
  sortByDistance: 7,
  criticalLevels: 10,
  crackStrength: 12,
  southStrength: 12,
  catchUp: 9,
  superpixelEdges: 15,
  centroidSums: 5,
  keepLargestParts: 11,
  superpixelShapes: 9,
  appearance: 11,
  distinctSegments: 11,
};

/** null where the machine has no SIMD. */
let compiled: WebAssembly.Module | null | undefined;

function module(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  const binary = Uint8Array.from(atob(BINARY), (character) => character.charCodeAt(0));
  compiled = WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : null;
  return compiled;
}

const instances = new WeakMap<WebAssembly.Memory, Loops>();

/**
 * The loops with SIMD, or null where the plain ones of TypeScript must do: on a machine without SIMD, and where an array was
 * allocated apart because the arena has no room for this photo yet. Both give the same bits.
 */
export function loopsOn(scratch: Scratch, ...arrays: readonly ArrayBufferView[]): Loops | null {
  const { memory } = scratch;
  for (const array of arrays) if (array.buffer !== memory.buffer) return null;
  const known = instances.get(memory);
  if (known !== undefined) return known;
  const compiledLoops = module();
  if (compiledLoops === null) return null;
  const { exports } = new WebAssembly.Instance(compiledLoops, { env: { memory } });
  checkLoops(exports);
  instances.set(memory, exports);
  return exports;
}

/**
 * That the binary has the functions of `Loops`. All a function tells of its parameters is how many there are.
 * @throws Error naming the first function that is missing or has another number of parameters.
 */
export function checkLoops(exports: WebAssembly.Exports): asserts exports is WebAssembly.Exports & Loops {
  for (const [name, wanted] of Object.entries(PARAMETERS)) {
    const found = exports[name];
    const got = typeof found === 'function' ? `${found.length} parameters` : 'none';
    if (got !== `${wanted} parameters`)
      throw new Error(
        `checkLoops: ${name} of loops.binary.ts: got ${got}, wanted ${wanted} parameters; npm run assembly builds it`,
      );
  }
}
