import { expect, test } from 'vitest';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import { partsOf } from '../graph/segmentation.cases.ts';
import { differencesFromReference } from '../testing/bothWays.ts';
import { clouds, discs, flat } from '../testing/pictures.ts';
import { MERGE_RULES } from './mergeRules.ts';
import { MERGE_TREE } from './mergeTree.arguments.ts';
import { MERGE_TREE_CASES } from './mergeTree.cases.ts';
import { mergeTree } from './mergeTree.ts';
import { LEAST_PAIR_SHARE, LEAST_TRIPLE_SHARE } from './regionUnions.ts';

const treeOf = (image: RgbImage, rule = MERGE_RULES[0]!) => {
  const { parts, scratch } = partsOf(image, 120);
  return {
    parts,
    tree: mergeTree(parts.graph, parts.weights, parts.shapes, parts.look, image.width * image.height, rule, scratch),
  };
};

test.each(MERGE_RULES.map((rule, r) => [r, rule] as const))(
  'rule %i joins all superpixels, each region once',
  (_r, rule) => {
    const { parts, tree } = treeOf(clouds(80, 60, 4), rule);
    const n = parts.graph.nodeCount;
    expect(tree.merges).toBe(n - 1);
    const joined = [...tree.left.subarray(0, n - 1), ...tree.right.subarray(0, n - 1)].sort((a, b) => a - b);
    expect(joined).toEqual(Array.from({ length: 2 * n - 2 }, (_, region) => region));
    tree.left.subarray(0, n - 1).forEach((left, k) => expect(Math.max(left, tree.right[k]!)).toBeLessThan(n + k));
  },
);

test('a disc becomes one region before it joins the ground', () => {
  const image = discs(80, 60, [30, 60, 200], { x: 40, y: 30, radius: 17, colour: [220, 180, 40] });
  const { parts, tree } = treeOf(image);
  const n = parts.graph.nodeCount;
  const members: number[][] = Array.from({ length: n }, (_, v) => [v]);
  for (let k = 0; k < tree.merges; k++) members.push([...members[tree.left[k]!]!, ...members[tree.right[k]!]!]);
  const disc = new Set<number>();
  parts.superpixels.labels.forEach((label, i) => {
    if (Math.hypot((i % 80) - 39.5, Math.floor(i / 80) - 29.5) < 15) disc.add(label);
  });
  expect(members.some((region) => region.length === disc.size && region.every((v) => disc.has(v)))).toBe(true);
});

test('the regions of a union exist at one time, share no superpixel, and none is small', () => {
  const { parts, tree } = treeOf(clouds(80, 60, 4));
  const n = parts.graph.nodeCount;
  const area = [...parts.shapes.area];
  const lastMerge = new Map<number, number>();
  for (let k = 0; k < tree.merges; k++) {
    area.push(area[tree.left[k]!]! + area[tree.right[k]!]!);
    lastMerge.set(tree.left[k]!, k).set(tree.right[k]!, k);
  }
  let triples = 0;
  for (let u = 0; u < tree.unions.count; u++) {
    const regions = [tree.unions.a[u]!, tree.unions.b[u]!, tree.unions.c[u]!].filter((region) => region >= 0);
    if (regions.length === 3) triples++;
    expect(new Set(regions).size).toBe(regions.length);
    const born = Math.max(...regions.map((region) => region - n));
    for (const region of regions) {
      expect(lastMerge.get(region) ?? Infinity).toBeGreaterThan(born);
      expect(area[region]!).toBeGreaterThanOrEqual(
        80 * 60 * (regions.length === 3 ? LEAST_TRIPLE_SHARE : LEAST_PAIR_SHARE),
      );
    }
  }
  expect(triples).toBeGreaterThan(20);
  expect(tree.unions.count - triples).toBeGreaterThan(20);
});

test('one superpixel has nothing to merge', () => {
  expect(treeOf(flat(1, 1)).tree).toMatchObject({ merges: 0, unions: { count: 0 } });
});

test.each(MERGE_TREE_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [MERGE_TREE])).toEqual([]);
});
