// AssemblyScript, built by `npm run assembly` into rangeMaxima.binary.ts: the inner loops of rangeMaxima.ts with SIMD, on tfjs's own
// WASM memory, so that neither map nor result is copied. No allocation and no static data: all memory is the caller's.
//
// Same cells as spatialPyramidPool.reference.ts: edges in 1/1024 cells, integer arithmetic from there on.

const EDGE_PARTS: i32 = 1024;

// @ts-ignore: decorators are AssemblyScript's own
@inline
function edgeParts(edge: f32, size: i32): i32 {
  const parts = floor<f32>(edge * <f32>EDGE_PARTS + 0.5);
  const most = size * EDGE_PARTS;
  if (!(parts > 0)) return 0;
  return parts >= <f32>most ? most : <i32>parts;
}

/** Writes first cell and cell after the last one of each of the n bins of [a, b). `cells` // (n, 2), i32 */
function binCells(a: i32, b: i32, n: i32, size: i32, cells: usize): void {
  const length = max(b - a, 0);
  const unit = n * EDGE_PARTS;
  for (let k = 0; k < n; k++) {
    const first = min((a * n + k * length) / unit, size - 1);
    const last = max(min((a * n + (k + 1) * length + unit - 1) / unit, size), first + 1);
    store<i32>(cells + (<usize>k << 3), first);
    store<i32>(cells + (<usize>k << 3), last, 4);
  }
}

/** out[c] = max(a[c], b[c]) */
function pairMaxima(a: usize, b: usize, out: usize, count: i32): void {
  const end = out + (<usize>count << 2);
  const pairs = out + (<usize>(count & ~7) << 2);
  const whole = out + (<usize>(count & ~3) << 2);
  while (out < pairs) {
    v128.store(out, f32x4.pmax(v128.load(a), v128.load(b)));
    v128.store(out, f32x4.pmax(v128.load(a, 16), v128.load(b, 16)), 16);
    a += 32; b += 32; out += 32;
  }
  while (out < whole) {
    v128.store(out, f32x4.pmax(v128.load(a), v128.load(b)));
    a += 16; b += 16; out += 16;
  }
  while (out < end) {
    store<f32>(out, max(load<f32>(a), load<f32>(b)));
    a += 4; b += 4; out += 4;
  }
}

/**
 * out[c] = the maximum over a bin's entries of a table: those of the row at `from` up to `last` bytes further, `step` bytes apart and the
 * last one besides, and those `below` bytes after each of them. `step`, `last` and `below` may be 0, for one entry on an axis.
 */
function binMaxima(from: usize, step: usize, last: usize, below: usize, out: usize, count: i32): void {
  const sixteens = out + (<usize>(count & ~15) << 2);
  const fours = out + (<usize>(count & ~3) << 2);
  const end = out + (<usize>count << 2);
  // What is largest so far stays in registers, sixteen channels at a time: twice as many at a time are a seventh slower on V8.
  for (; out < sixteens; out += 64, from += 64) {
    const stop = from + last;
    let a = v128.load(stop), b = v128.load(stop, 16), c = v128.load(stop, 32), d = v128.load(stop, 48);
    for (let entry = from; entry < stop; entry += step) {
      a = f32x4.pmax(a, v128.load(entry)); b = f32x4.pmax(b, v128.load(entry, 16));
      c = f32x4.pmax(c, v128.load(entry, 32)); d = f32x4.pmax(d, v128.load(entry, 48));
    }
    if (below != 0) {
      for (let entry = from + below; entry < stop + below; entry += step) {
        a = f32x4.pmax(a, v128.load(entry)); b = f32x4.pmax(b, v128.load(entry, 16));
        c = f32x4.pmax(c, v128.load(entry, 32)); d = f32x4.pmax(d, v128.load(entry, 48));
      }
      const entry = stop + below;
      a = f32x4.pmax(a, v128.load(entry)); b = f32x4.pmax(b, v128.load(entry, 16));
      c = f32x4.pmax(c, v128.load(entry, 32)); d = f32x4.pmax(d, v128.load(entry, 48));
    }
    v128.store(out, a); v128.store(out, b, 16); v128.store(out, c, 32); v128.store(out, d, 48);
  }
  for (; out < fours; out += 16, from += 16) {
    const stop = from + last;
    let a = f32x4.pmax(v128.load(stop), v128.load(stop + below));
    for (let entry = from; entry < stop; entry += step) a = f32x4.pmax(a, f32x4.pmax(v128.load(entry), v128.load(entry + below)));
    v128.store(out, a);
  }
  for (; out < end; out += 4, from += 4) {
    const stop = from + last;
    let a = max(load<f32>(stop), load<f32>(stop + below));
    for (let entry = from; entry < stop; entry += step) a = max(a, max(load<f32>(entry), load<f32>(entry + below)));
    store<f32>(out, a);
  }
}

/** The table of maxima over 2^i rows and 2^j columns; made when first asked for. Table (0, 0) is the map. */
function table(i: i32, j: i32, map: usize, tables: usize, made: usize, across: i32, height: i32, width: i32, depth: i32): usize {
  if (i + j == 0) return map;
  const index = i * across + j - 1;
  const bytes: usize = <usize>(height * width * depth) << 2;
  const at = tables + <usize>index * bytes;
  if (load<u8>(made + index)) return at;
  const smaller = i > 0
    ? table(i - 1, j, map, tables, made, across, height, width, depth)
    : table(0, j - 1, map, tables, made, across, height, width, depth);
  const rows = height - (1 << i) + 1;
  const columns = width - (1 << j) + 1;
  const step: usize = <usize>((i > 0 ? width << (i - 1) : 1 << (j - 1)) * depth) << 2;
  for (let y = 0; y < rows; y++) {
    const row: usize = <usize>(y * width * depth) << 2;
    pairMaxima(smaller + row, smaller + row + step, at + row, columns * depth);
  }
  store<u8>(made + index, 1);
  return at;
}

/**
 * @param map // (height, width, depth)
 * @param boxes // (count, 4)
 * @param levels // (levelCount,), i32
 * @param cells room for the bins of one box and level on both axes // (2, 16, 2), i32
 * @param made one byte a table, zero
 * @param tables room for the tables but (0, 0) // (down · across − 1, height, width, depth)
 * @param across tables of one row count: of 1, 2, 4, … columns; a bin that is wider than twice the widest takes more than two of its entries
 * @param pooled // (count, Σ level², depth)
 */
export function pool(
  map: usize, height: i32, width: i32, depth: i32, boxes: usize, count: i32, levels: usize, levelCount: i32,
  cells: usize, made: usize, tables: usize, across: i32, pooled: usize,
): void {
  const columnCells = cells;
  const rowCells = cells + 128;
  const stride: usize = <usize>depth << 2;
  for (let box = 0; box < count; box++) {
    const edges = boxes + (<usize>box << 4);
    const x0 = edgeParts(load<f32>(edges), width);
    const y0 = edgeParts(load<f32>(edges, 4), height);
    const x1 = edgeParts(load<f32>(edges, 8), width);
    const y1 = edgeParts(load<f32>(edges, 12), height);
    for (let level = 0; level < levelCount; level++) {
      const n = load<i32>(levels + (<usize>level << 2));
      binCells(x0, x1, n, width, columnCells);
      binCells(y0, y1, n, height, rowCells);
      for (let by = 0; by < n; by++) {
        const top = load<i32>(rowCells + (<usize>by << 3));
        const bottom = load<i32>(rowCells + (<usize>by << 3), 4);
        const i = 31 - clz<i32>(bottom - top);
        const above: usize = <usize>(top * width) * stride;
        const below: usize = <usize>((bottom - (1 << i)) * width) * stride;
        for (let bx = 0; bx < n; bx++) {
          const left = load<i32>(columnCells + (<usize>bx << 3));
          const right = load<i32>(columnCells + (<usize>bx << 3), 4);
          const j = min(31 - clz<i32>(right - left), across - 1);
          const maxima = table(i, j, map, tables, made, across, height, width, depth);
          const near: usize = <usize>left * stride;
          const far: usize = <usize>(right - (1 << j)) * stride;
          binMaxima(maxima + above + near, stride << j, far - near, below - above, pooled, depth);
          pooled += stride;
        }
      }
    }
  }
}
