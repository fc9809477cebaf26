import type { AnalysisRow } from '../../gallery/schema.ts';

const BOXES = { least: 4, most: 9 } as const;

/** Box 0 is the whole photo, as everywhere; a category's winner has its probability, the others less. */
export function drawnBoxes(id: string, probabilities: Float32Array, random: () => number): AnalysisRow {
  const count = BOXES.least + Math.floor(random() * (1 + BOXES.most - BOXES.least));
  const categories = probabilities.length;
  const boxes = new Float32Array(count * 4);
  boxes.set([0, 0, 1, 1]);
  for (let n = 1; n < count; n++) {
    const [x, y] = [random() * 0.7, random() * 0.7];
    boxes.set([x, y, x + (1 - x) * (0.2 + 0.8 * random()), y + (1 - y) * (0.2 + 0.8 * random())], n * 4);
  }
  const winners = Int32Array.from({ length: categories }, () => random() * count);
  const proposalProbabilities = new Uint8Array(count * categories);
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < categories; c++) {
      const share = winners[c] === n ? 1 : 0.8 * random();
      proposalProbabilities[n * categories + c] = Math.round(255 * share * probabilities[c]!);
    }
  }
  const objectness = Float32Array.from({ length: count }, random).sort().reverse();
  return { id, boxes, objectness, proposalProbabilities, winners };
}
