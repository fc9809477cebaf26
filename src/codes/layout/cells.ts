import type { Places } from './layoutInput.ts';

/** Cells of the square that is as wide as most photos are spread, for each photo: two of three stay empty and part the groups. */
const CELLS_PER_PHOTO = 3;
/** Half the side of that square, in standard deviations. */
const REACH = 1.6;

/**
 * Puts every photo into a cell of its own on a square grid: the free one nearest to its place, in the photos' order. So pictures never lie
 * over one another, and a cell has at most one photo.
 * @returns cells, the middle of all places at about 0, 0 // (N, 2)
 */
export function cellsOf(places: Places): Int32Array {
  const photos = places.length / 2;
  const [middleX, middleY] = [mean(places, 0), mean(places, 1)];
  let squares = 0;
  for (let n = 0; n < photos; n++) squares += (places[2 * n]! - middleX) ** 2 + (places[2 * n + 1]! - middleY) ** 2;
  const deviation = Math.sqrt(squares / (2 * photos)) || 1;
  const scale = Math.sqrt(CELLS_PER_PHOTO * photos) / (2 * REACH * deviation);
  const cells = new Int32Array(photos * 2);
  const taken = new Set<number>();
  // A crowd's later photos need not look at its full cells again: all that is nearer than the last one's cell is taken, its ring's corners
  // reach √2 as far as its middles.
  const rings = new Map<number, number>();
  for (let n = 0; n < photos; n++) {
    const x = (places[2 * n]! - middleX) * scale;
    const y = (places[2 * n + 1]! - middleY) * scale;
    const home = cellKey(Math.round(x), Math.round(y));
    const free = nearestFree(taken, x, y, rings.get(home) ?? 0);
    rings.set(home, Math.max(0, Math.floor(free.ring / Math.SQRT2) - 1));
    taken.add(cellKey(free.x, free.y));
    cells[2 * n] = free.x;
    cells[2 * n + 1] = free.y;
  }
  return cells;
}

/** Some 30 million cells in each direction. */
function cellKey(x: number, y: number): number {
  return (x + 2 ** 25) * 2 ** 26 + (y + 2 ** 25);
}

/** Ring by ring around the place, until no cell of the next ring can be nearer. @param from all free cells lie in this ring or beyond */
function nearestFree(taken: ReadonlySet<number>, x: number, y: number, from: number) {
  const [homeX, homeY] = [Math.round(x), Math.round(y)];
  let best: { x: number; y: number; ring: number } | null = null;
  let least = Infinity;
  for (let ring = from; best === null || ring - 0.5 <= Math.sqrt(least); ring++) {
    for (let side = -ring; side <= ring; side++) {
      const step = Math.abs(side) === ring ? 1 : 2 * ring;
      for (let other = -ring; other <= ring; other += Math.max(1, step)) {
        const [cellX, cellY] = [homeX + side, homeY + other];
        const square = (cellX - x) ** 2 + (cellY - y) ** 2;
        if (square >= least || taken.has(cellKey(cellX, cellY))) continue;
        least = square;
        best = { x: cellX, y: cellY, ring };
      }
    }
  }
  return best;
}

function mean(places: Places, axis: 0 | 1): number {
  let sum = 0;
  for (let at: number = axis; at < places.length; at += 2) sum += places[at]!;
  return sum / (places.length / 2);
}
