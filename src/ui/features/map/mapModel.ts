import type { CollectionMap } from '../../../pipeline/api/collectionMap.ts';

/** A rectangle of cells; the far edges are exclusive. */
export interface CellBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Photos for which one category is the surest, and where most of them lie. */
export interface MapRegion {
  /** Index of the category. */
  readonly category: number;
  readonly count: number;
  /** Around the middle half of them. */
  readonly box: CellBox;
  /** The photo in their middle, by its place in the map. */
  readonly middle: number;
}

/** Regions with fewer photos have no name on the map. */
const FEWEST = 2;

/** The map with the ways of looking into it that the view needs: from a cell to its photo, from a photo to its neighbour. */
export class MapModel {
  readonly map: CollectionMap;
  /** Around all photos. */
  readonly box: CellBox;
  /** Largest first. */
  readonly regions: readonly MapRegion[];
  /** Place in the map by cell. */
  readonly #at = new Map<string, number>();
  /** All photos as one reads; sorted when they are first walked through. */
  #rows: number[] | null = null;

  constructor(map: CollectionMap) {
    this.map = map;
    const all = Array.from(map.numbers.keys());
    for (const n of all) this.#at.set(`${this.x(n)},${this.y(n)}`, n);
    this.box = this.#boxOf(all, 0);
    this.regions = this.#regions();
  }

  get photos(): number {
    return this.map.numbers.length;
  }

  x(n: number): number {
    return this.map.cells[2 * n] ?? 0;
  }

  y(n: number): number {
    return this.map.cells[2 * n + 1] ?? 0;
  }

  /** Place in the map of the photo in a cell; null where it is empty. */
  photoIn(x: number, y: number): number | null {
    return this.#at.get(`${x},${y}`) ?? null;
  }

  /** Places in the map of photos inside a box. */
  within({ x0, y0, x1, y1 }: CellBox): number[] {
    const inside: number[] = [];
    for (let n = 0; n < this.photos; n++)
      if (this.x(n) >= x0 && this.x(n) < x1 && this.y(n) >= y0 && this.y(n) < y1) inside.push(n);
    return inside;
  }

  /** The photo nearest to a point. Null on a map without photos. */
  nearest(x: number, y: number): number | null {
    return this.#least((n) => (this.x(n) - x) ** 2 + (this.y(n) - y) ** 2);
  }

  /** The next photo in a direction: the nearest of those that lie more that way than to the side. Null where there is none. */
  next(from: number, dx: -1 | 0 | 1, dy: -1 | 0 | 1): number | null {
    return this.#least((n) => {
      const [x, y] = [this.x(n) - this.x(from), this.y(n) - this.y(from)];
      const ahead = x * dx + y * dy;
      const aside = Math.abs(x * dy) + Math.abs(y * dx);
      // What lies straight ahead comes before what is as near, but aside.
      return ahead > 0 && aside <= ahead ? ahead + 2 * aside : Infinity;
    });
  }

  /** The next photo as one reads, row by row, and the first after the last: so every one is reached. */
  following(from: number, step: -1 | 1): number {
    this.#rows ??= Array.from(this.map.numbers.keys()).sort((a, b) => this.y(a) - this.y(b) || this.x(a) - this.x(b));
    const at = this.#rows.indexOf(from) + step;
    return this.#rows.at(at % this.photos) ?? from;
  }

  /** Numbers of the photos inside a line that was drawn around them, in cells; the line is closed. */
  inside(line: readonly { readonly x: number; readonly y: number }[]): Uint32Array {
    const inside: number[] = [];
    for (let n = 0; n < this.photos; n++)
      if (isInside(line, this.x(n), this.y(n))) inside.push(this.map.numbers[n] ?? 0);
    return Uint32Array.from(inside);
  }

  #least(cost: (n: number) => number): number | null {
    let [best, least] = [-1, Infinity];
    for (let n = 0; n < this.photos; n++) {
      const of = cost(n);
      if (of < least) [best, least] = [n, of];
    }
    return best < 0 ? null : best;
  }

  #regions(): MapRegion[] {
    const members = new Map<number, number[]>();
    this.map.strongest.forEach((category, n) => {
      if (category >= 0) members.set(category, [...(members.get(category) ?? []), n]);
    });
    return [...members]
      .filter(([, photos]) => photos.length >= Math.max(FEWEST, this.photos / 200))
      .map(([category, photos]) => {
        const box = this.#boxOf(photos, 1 / 4);
        const [x, y] = [(box.x0 + box.x1 - 1) / 2, (box.y0 + box.y1 - 1) / 2];
        const own = new Set(photos);
        const middle = this.#least((n) => (own.has(n) ? (this.x(n) - x) ** 2 + (this.y(n) - y) ** 2 : Infinity)) ?? 0;
        return { category, count: photos.length, box, middle };
      })
      .sort((a, b) => b.count - a.count || a.category - b.category);
  }

  /** @param cut share of the photos that is left out at each side */
  #boxOf(photos: readonly number[], cut: number): CellBox {
    const span = (values: number[]) => {
      const sorted = Int32Array.from(values).sort();
      const from = Math.floor(cut * (sorted.length - 1));
      return [sorted[from] ?? 0, (sorted[sorted.length - 1 - from] ?? 0) + 1] as const;
    };
    const [x0, x1] = span(photos.map((n) => this.x(n)));
    const [y0, y1] = span(photos.map((n) => this.y(n)));
    return { x0, y0, x1, y1 };
  }
}

/** By the number of sides that a ray to the right crosses (even-odd rule). */
function isInside(line: readonly { readonly x: number; readonly y: number }[], x: number, y: number): boolean {
  let inside = false;
  let before = line.at(-1);
  for (const point of line) {
    if (
      before !== undefined &&
      point.y > y !== before.y > y &&
      x < ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x
    )
      inside = !inside;
    before = point;
  }
  return inside;
}
