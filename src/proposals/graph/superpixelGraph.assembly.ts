import { f, int, setF, setInt } from '../arena/memory.assembly';
import { SuperpixelEdgesArguments } from '../generated/loopStructs.assembly';

/** Steps of a border's histogram, as in superpixelGraph.reference.ts. */
const STEPS = 64;

/** The edge between two superpixels; where there is none yet, it becomes number `edgeCount`. */
// @ts-ignore
@inline
function edgeOf(a: i32, b: i32, edgeCount: i32, args: SuperpixelEdgesArguments): i32 {
  const table = args.table, bits = args.tableBits;
  const key = a * args.nodeCount + b;
  // Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4): 2³² over the golden ratio.
  let slot = (<u32>key * <u32>0x9e3779b1) >> <u32>(32 - bits);
  let at = table + (<usize>slot << 3);
  while (load<i32>(at) != key && load<i32>(at) != 0) {
    slot = (slot + 1) & ((1 << bits) - 1);
    at = table + (<usize>slot << 3);
  }
  if (load<i32>(at) == key) return load<i32>(at, 4);
  store<i32>(at, key);
  store<i32>(at, edgeCount, 4);
  setInt(args.edgeA, edgeCount, a);
  setInt(args.edgeB, edgeCount, b);
  return edgeCount;
}

/** `percentile` of superpixelGraph.reference.ts. */
function percentile(histogram: usize, rank: f64): f64 {
  let below: f64 = 0;
  for (let step = 0; step < STEPS; step++) {
    const here = <f64>int(histogram, step);
    if (below + here >= rank && here > 0) return (<f64>step + (rank - below) / here) / STEPS;
    below += here;
  }
  return 1;
}

/** `superpixelEdges` of superpixelGraph.reference.ts; pixels whose right and lower neighbours share their label are skipped by fours. */
export function superpixelEdges(args: SuperpixelEdgesArguments): i32 {
  const labels = args.labels, east = args.east, south = args.south, width = args.width, height = args.height;
  const edgeLength = args.edgeLength, histogram = args.histogram;
  const lowQuartile = args.lowQuartile, median = args.median, highQuartile = args.highQuartile;
  const row = <usize>width << 2;
  let edgeCount = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 4) {
      const first = y * width + x;
      const at = labels + (<usize>first << 2);
      const here = v128.load(at);
      let toEast = i32x4.bitmask(i32x4.ne(here, v128.load(at, 4)));
      let toSouth = y < height - 1 ? i32x4.bitmask(i32x4.ne(here, v128.load(at + row))) : 0;
      if (x + 4 >= width) {
        toEast &= (1 << (width - 1 - x)) - 1;
        toSouth &= (1 << (width - x)) - 1;
      }
      for (let both = toEast | toSouth; both != 0; both &= both - 1) {
        const lane = ctz(both);
        const i = first + lane;
        for (let direction = (toEast >> lane) & 1 ? 0 : 1, end = (toSouth >> lane) & 1 ? 2 : 1; direction < end; direction++) {
          const own = int(labels, i), other = int(labels, direction == 0 ? i + 1 : i + width);
          const edge = edgeOf(min(own, other), max(own, other), edgeCount, args);
          edgeCount = max(edgeCount, edge + 1);
          setF(edgeLength, edge, f(edgeLength, edge) + 1);
          const step = min(STEPS - 1, <i32>(f(direction == 0 ? east : south, i) * STEPS));
          setInt(histogram, edge * STEPS + step, int(histogram, edge * STEPS + step) + 1);
        }
      }
    }
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    const steps = histogram + (<usize>(edge * STEPS) << 2);
    const length = f(edgeLength, edge);
    setF(lowQuartile, edge, percentile(steps, length * 0.25));
    setF(median, edge, percentile(steps, length * 0.5));
    setF(highQuartile, edge, percentile(steps, length * 0.75));
  }
  return edgeCount;
}
