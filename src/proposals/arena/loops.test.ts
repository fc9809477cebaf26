import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import { boundaryMap } from '../boundaries/boundaryMap.ts';
import { distinctSegments } from '../candidates/duplicates.ts';
import { criticalLevels, levelSetScratch, sortByDistance } from '../candidates/levelSets.ts';
import { geodesicDistances, nodeQueue } from '../graph/geodesicDistance.ts';
import { superpixelGraph } from '../graph/superpixelGraph.ts';
import { distinctCandidates, PROPOSAL_SETTINGS } from '../proposer.ts';
import { catchUp, take, takenBoxes } from '../ranking/diversity.ts';
import { runMlp } from '../ranking/mlp.ts';
import { proposalModel } from '../ranking/proposalModel.ts';
import { RANKING_THRESHOLDS } from '../ranking/ranking.ts';
import { SEGMENT_FEATURES } from '../ranking/segmentFeatures.ts';
import { segmentSums } from '../ranking/segmentSums.ts';
import { MERGE_RULES } from '../regions/mergeRules.ts';
import { mergeTree } from '../regions/mergeTree.ts';
import { MOST_RUNS, segmentPool, superpixelShapes } from '../regions/segments.ts';
import { appearance, BINS } from '../superpixels/appearance.ts';
import { keepLargestParts } from '../superpixels/superpixelParts.ts';
import { assignment } from '../superpixels/superpixels.ts';
import { clouds, discs, flat } from '../testing/pictures.ts';
import { filled, seededGraph, seededNumbers } from '../testing/seeded.ts';
import { checkLoops, type Loops, loopsOn } from './loops.ts';
import { Scratch } from './scratch.ts';

const { ranking } = proposalModel(
  readSafetensors(new Uint8Array(readFileSync('public/models/proposals.safetensors')).buffer),
);

/** An arena without room hands out arrays of their own, on which no loop can run. */
const plainly = (): Scratch => new Scratch();
const ROOM = 32 * 2 ** 20;
const withLoops = (): Scratch => new Scratch(ROOM);

/** Compares what `run` gives in an arena with loops with what it gives without them, bit for bit. */
function expectTheSame(
  run: (scratch: Scratch, loops: Loops | null) => readonly (Float32Array | Float64Array | Int32Array)[],
): void {
  const [plain, looped] = [plainly(), withLoops()].map((scratch) => run(scratch, loopsOn(scratch, scratch.int32(1))));
  expect(looped!.map((array) => array.byteLength)).toEqual(plain!.map((array) => array.byteLength));
  looped!.forEach((array, k) => {
    expect(array.buffer.byteLength).toBe(ROOM);
    const [a, b] = [plain![k]!, array].map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    );
    if (!a!.equals(b!)) expect([k, ...array]).toEqual([k, ...plain![k]!]);
  });
}

test('the loops run on what the arena handed out, and on nothing else', () => {
  const scratch = withLoops();
  expect(loopsOn(scratch, scratch.float32(8))).not.toBeNull();
  expect(loopsOn(scratch, scratch.float32(8), new Float32Array(8))).toBeNull();
  expect(loopsOn(plainly(), plainly().float32(8))).toBeNull();
});

test('a binary that lacks a loop, or has one of other parameters, is named', () => {
  const scratch = withLoops();
  const { runMlp, ...without } = { ...loopsOn(scratch, scratch.float32(8))! };
  expect(() => checkLoops({ ...without, runMlp })).not.toThrow();
  expect(() => checkLoops(without)).toThrow('checkLoops: runMlp of loops.binary.ts: got none, wanted 9 parameters');
  expect(() => checkLoops({ ...without, runMlp: without.skew })).toThrow(
    'checkLoops: runMlp of loops.binary.ts: got 5 parameters, wanted 9',
  );
});

test.each([
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [6, 1],
  [7, 5],
  [8, 2],
  [97, 3],
  [3, 41],
])('cracks of %i × %i pixels', (width, height) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(width);
    const plane = (offset: number): Float32Array => filled(scratch.float32(width * height), () => random() - offset);
    const { east, south } = boundaryMap({ width, height, lightness: plane(0), a: plane(0.5), b: plane(0.5) }, scratch);
    return [east, south];
  });
});

test.each([
  [1, 1],
  [1, 9],
  [9, 1],
  [2, 2],
  [13, 7],
  [64, 31],
  [65, 32],
])('sweeps over %i × %i pixels', (width, height) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(width);
    const size = width * height;
    // Few strengths, so that there are equal ways; the last ones of a map are 0.
    const strength = (): number => Math.floor(random() * 4) / 4;
    const east = filled(scratch.float32(size), (i) => (i % width === width - 1 ? 0 : strength()));
    const south = filled(scratch.float32(size), (i) => (i >= size - width ? 0 : strength()));
    const centres = filled(scratch.int32(Math.ceil(size / 30)), (k) =>
      Math.min(size - 1, 30 * k + Math.floor(random() * 30)),
    );
    const labels = scratch.int32(size);
    const assign = assignment({ width, height, east, south }, centres, labels, scratch);
    return [0, 1].map((round) => {
      filled(centres, (k) => Math.min(size - 1, centres[k]! + 7 * round));
      assign();
      const seen = scratch.int32(size);
      seen.set(labels);
      return seen;
    });
  });
});

test.each([
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [9, 2],
  [64, 31],
])('the largest parts among %i × %i pixels, and their shapes', (width, height) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(height);
    // Patches with holes in them; label 1 is nowhere.
    const labels = filled(scratch.int32(width * height), (i) => {
      const x = i % width,
        y = Math.floor(i / width);
      return random() < 0.2 ? Math.floor(random() * 3) * 2 : 2 * (Math.floor(x / 11) + Math.floor(y / 7) * 5);
    });
    const count = keepLargestParts(labels, width, height, 70, scratch);
    const { area, x0, y0, x1, y1 } = superpixelShapes({ width, height, labels, count }, scratch);
    return [filled(scratch.int32(1), () => count), labels, area, x0, y0, x1, y1];
  });
});

test.each([
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [9, 2],
  [64, 11],
])('colour and texture of the superpixels of %i × %i pixels', (width, height) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(width);
    // Beyond the outer bins too, and with values on the edges of bins.
    const plane = (low: number): Float32Array =>
      filled(scratch.float32(width * height), (i) =>
        i % 4 === 0 ? Math.round(random() * 9) / 8 + low : 1.2 * random() + low,
      );
    const lab = { width, height, lightness: plane(-0.1), a: plane(-0.6), b: plane(-0.5) };
    const labels = filled(scratch.int32(width * height), () => Math.floor(random() * 3));
    const { histogram, moments } = appearance(lab, { width, height, count: 3, labels }, scratch);
    return [histogram, moments];
  });
});

test.each([
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [9, 2],
  [64, 31],
])('the graph of superpixels of %i × %i pixels', (width, height) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(width);
    // Strengths of 1 too.
    const cracks = (): Float32Array => filled(scratch.float32(width * height), () => Math.min(1, 1.1 * random()));
    const labels = filled(
      scratch.int32(width * height),
      (i) => Math.floor((i % width) / 7) + 10 * Math.floor(i / width / 5),
    );
    const graph = superpixelGraph(
      { width, height, labels, count: 70 },
      { width, height, east: cracks(), south: cracks() },
      scratch,
    );
    return [
      graph.edgeA,
      graph.edgeB,
      graph.edgeLength,
      graph.lowQuartile,
      graph.median,
      graph.highQuartile,
      graph.neighbour,
      graph.viaEdge,
    ];
  });
});

test.each([1, 2, 7, 301])('shortest paths among %i nodes', (n) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(n);
    const graph = seededGraph(n, random, scratch);
    const queue = nodeQueue(
      graph,
      filled(scratch.float32(graph.edgeCount), () => 0.002 + random() ** 3),
      scratch,
    );
    return [[0], [n - 1, 0], [n >> 1, n >> 1], []].flatMap((sources) => {
      const distance = scratch.float32(n);
      geodesicDistances(graph, Int32Array.from(sources), distance, queue);
      return [distance, queue.newest];
    });
  });
});

test.each([
  [1, 0],
  [2, 0],
  [31, 0],
  [500, 0],
  [1001, 5],
])('level sets of %i nodes, of which %i are not reached', (n, unreached) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(n);
    const work = levelSetScratch(n, 20, scratch);
    // Every third distance is one of few, so that there are equal ones.
    const distance = filled(scratch.float32(n), (v) =>
      v < unreached ? Infinity : v % 3 === 0 ? Math.floor(random() * 9) - 4 : 8 * random() - 4,
    );
    sortByDistance(distance, work);
    const sorted = filled(scratch.int32(n), (i) => work.order[i]!);
    const count = criticalLevels(
      distance,
      filled(scratch.float32(n), () => 1 + Math.floor(random() * 90)),
      20,
      0.8,
      work,
    );
    return [sorted, filled(scratch.int32(1), () => count), work.taken, work.gaps, work.cumulative];
  });
});

test.each(MERGE_RULES.map((rule, r) => [r, rule] as const))(
  'the tree of rule %i, over few and over many superpixels',
  (_r, rule) => {
    for (const n of [1, 2, 9, 260]) {
      expectTheSame((scratch) => {
        const random = seededNumbers(n);
        const graph = seededGraph(n, random, scratch);
        const x0 = filled(scratch.int32(n), () => Math.floor(random() * 300));
        const y0 = filled(scratch.int32(n), () => Math.floor(random() * 300));
        const side = (): number => 1 + Math.floor(random() * 30);
        const x1 = filled(scratch.int32(n), (v) => x0[v]! + side());
        const y1 = filled(scratch.int32(n), (v) => y0[v]! + side());
        const shapes = { area: filled(scratch.float32(n), () => 1 + Math.floor(random() * 90)), x0, y0, x1, y1 };
        const histogram = filled(scratch.float32(n * BINS), (i) =>
          Math.floor(random() ** 4 * shapes.area[Math.floor(i / BINS)]!),
        );
        const { left, right, cost, merges, unions } = mergeTree(
          graph,
          graph.lowQuartile,
          shapes,
          { histogram, moments: scratch.float32(n * 6) },
          n * 50,
          rule,
          scratch,
        );
        const counts = filled(scratch.int32(2), (i) => (i === 0 ? merges : unions.count));
        expect(merges).toBe(n - 1);
        return [left, right, cost, counts, unions.a, unions.b, unions.c, unions.cost];
      });
    }
  },
);

test.each([1, 2, 40, 333])('sums over segments of %i superpixels', (n) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(n);
    const graph = seededGraph(n, random, scratch);
    const at = (): Int32Array => filled(scratch.int32(n), () => Math.floor(random() * 300));
    const shapes = {
      area: filled(scratch.float32(n), () => 1 + Math.floor(random() * 90)),
      x0: at(),
      y0: at(),
      x1: at(),
      y1: at(),
    };
    const look = {
      histogram: filled(scratch.float32(n * BINS), () => Math.floor(random() * 40)),
      moments: filled(scratch.float32(n * 6), () => 50 * random() - 9),
    };
    const segments = 12;
    const pool = segmentPool(segments, 1, n, scratch);
    // Each superpixel once, in another order than theirs.
    const order = Array.from({ length: n }, (_, v) => v).sort(
      (a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009) || a - b,
    );
    filled(pool.nodes, (i) => order[i]!);
    filled(pool.boxes, (i) => (i % 4) * 70 + Math.floor(random() * 60));
    for (let segment = 0; segment < segments; segment++) {
      // Runs one after another, some of them empty.
      for (let run = 0, start = 0; run < MOST_RUNS; run++) {
        const length = Math.floor(random() ** 2 * (n + 1 - start));
        pool.runs.set([start, length], (segment * MOST_RUNS + run) * 2);
        start += length;
      }
    }
    const { sums, own, ring, of } = segmentSums(pool, graph, shapes, look, scratch);
    const all = scratch.float64(segments * (sums.length + 2 * BINS));
    for (let segment = 0, to = 0; segment < segments; segment++) {
      of(segment, segment);
      for (const part of [sums, own, ring]) {
        all.set(part, to);
        to += part.length;
      }
    }
    return [all];
  });
});

test.each([0, 1, 5, 800])('duplicates among %i boxes', (count) => {
  expectTheSame((scratch) => {
    const random = seededNumbers(count);
    const pool = segmentPool(count, 1, 1, scratch);
    pool.count = count;
    // Many of few sizes at few places, and some far larger.
    for (let i = 0; i < count; i++) {
      const x = Math.floor(random() * 12),
        y = Math.floor(random() * 12),
        scale = i % 7 === 0 ? 40 : 1;
      pool.boxes.set(
        [x, y, x + (18 + Math.floor(random() * 6)) * scale, y + (30 + Math.floor(random() * 6)) * scale],
        i * 4,
      );
    }
    const { kept, votes } = distinctSegments(pool, 0.8, scratch);
    return [kept, votes];
  });
});

test.each([[[5]], [[1, 1]], [[8, 3, 13, 5]], [[58, 16, 7]], [[40, 25, 9]]])(
  'networks of %j numbers after 3 or 58',
  (widths) => {
    expectTheSame((scratch) => {
      const random = seededNumbers(widths.length);
      return [3, 58].map((inputs) => {
        const layers = widths.map((outputs, k) => {
          const before = widths[k - 1] ?? inputs;
          return {
            inputs: before,
            outputs,
            weights: filled(new Float32Array(outputs * before), () => random() - 0.5),
            bias: filled(new Float32Array(outputs), () => random() - 0.5),
          };
        });
        return runMlp(
          { inputs, layers },
          filled(scratch.float32(7 * (inputs + 2)), (i) => (i % 5 === 0 ? 0 : 4 * random() - 2)),
          7,
          inputs + 2,
          scratch,
        );
      });
    });
  },
);

test('shares that catch up with taken boxes, from each to each', () => {
  expectTheSame((scratch, loops) => {
    const random = seededNumbers(11);
    const near = (i: number): number => (i % 4 < 2 ? 0 : 60) + Math.floor(random() * 40);
    const boxes = filled(scratch.float32(6 * 4), near);
    const taken = takenBoxes(23, RANKING_THRESHOLDS, scratch);
    const columns = RANKING_THRESHOLDS.length;
    const open = scratch.float32(6 * columns);
    const all: Float32Array[] = [];
    for (;;) {
      for (let since = 0; since <= taken.count; since++) {
        filled(open, random);
        for (let box = 0; box < 6; box++) {
          if (loops === null) catchUp(boxes, box, taken, since, open);
          else {
            loops.catchUp(
              boxes.byteOffset + box * 16,
              taken.planes.byteOffset,
              taken.room,
              since,
              taken.count,
              taken.reaches[0]!,
              taken.slopes.byteOffset,
              taken.near.byteOffset,
              open.byteOffset + box * columns * 4,
            );
          }
        }
        const seen = scratch.float32(open.length);
        seen.set(open);
        all.push(seen);
      }
      if (taken.count === 23) return all;
      // The first is the first box itself.
      take(taken, taken.count === 0 ? boxes : filled(new Float32Array(4), near), 0);
    }
  });
});

test.each([
  ['clouds of an odd width', clouds(97, 64, 6)],
  ['discs', discs(120, 90, [60, 90, 60], { x: 50, y: 40, radius: 20, colour: [210, 60, 50] })],
  ['a flat image', flat(60, 45)],
  ['one pixel', flat(1, 1)],
  ['2×3 pixels', clouds(2, 3, 1)],
  ['a wide strip', clouds(900, 3, 6)],
])('all loops together, over %s: boxes, features, votes and logits', (_name, image) => {
  expectTheSame((scratch) => {
    const { boxes, features, distinct } = distinctCandidates(
      image,
      { ...PROPOSAL_SETTINGS, superpixels: 400 },
      scratch,
    );
    return [
      boxes,
      features,
      distinct.votes,
      runMlp(ranking, features, distinct.kept.length, SEGMENT_FEATURES, scratch),
    ];
  });
});
