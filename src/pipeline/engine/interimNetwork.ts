import { pixelBoxes, unitFromPixel } from '../../image/box.ts';
import { resize } from '../../image/resize.ts';
import type { RgbImage } from '../../image/rgbImage.ts';
import type { Network, PhotoAnalysis } from '../../network/network.ts';
import { createProposer } from '../../proposals/proposer.ts';

// INTERIM, deleted as soon as src/network/createNetwork.ts exists: real proposals, codes of colours, so that the way
// through worker, gallery and page can be driven before the network is there.
const NAMES = ['aeroplane', 'bicycle', 'bird', 'boat', 'bottle', 'bus', 'car', 'cat', 'chair', 'cow', 'diningtable', 'dog', 'horse',
  'motorbike', 'person', 'pottedplant', 'sheep', 'sofa', 'train', 'tvmonitor'];

export function interimNetwork(): Network {
  const proposer = createProposer(null);
  const analyse = (image: RgbImage): PhotoAnalysis => {
    const found = proposer.propose(image);
    const count = found.scores.length + 1;
    const boxes = new Float32Array(count * 4);
    boxes.set([0, 0, image.width, image.height]);
    boxes.set(found.boxes, 4);
    const objectness = new Float32Array(count);
    objectness.set(found.scores, 1);
    const small = resize(image, 8, 8).data;
    const bits = (words: number, salt: number): Uint32Array =>
      Uint32Array.from({ length: words }, (_, w) => {
        let word = 0;
        for (let i = 0; i < 32; i++) if (small[(i * 5 + w * 17 + salt * 29) % 192]! > 127) word |= 1 << i;
        return word >>> 0;
      });
    const proposalProbabilities = Float32Array.from({ length: count * 20 }, (_, i) => small[(i * 7) % 192]! / 400);
    const winners = new Int32Array(20);
    const probabilities = new Float32Array(20);
    for (let c = 0; c < 20; c++) {
      const winner = 1 % count + (small[c * 9]! % Math.max(1, count - 1));
      winners[c] = winner;
      probabilities[c] = proposalProbabilities[winner * 20 + c] = small[c * 9]! / 255;
    }
    return {
      boxes: unitFromPixel(pixelBoxes(boxes), image.width, image.height), objectness, proposalProbabilities, probabilities, winners,
      semanticCodes: { 16: bits(1, 1).map((w) => w & 0xffff), 32: bits(1, 2), 48: bits(2, 3).map((w, i) => (i ? w & 0xffff : w)), 64: bits(2, 4) },
      categoryCodes: bits(20, 5),
    };
  };
  return {
    categories: NAMES.map((name) => ({ name, gate: 0.5 })),
    bitsPerCategory: 32,
    version: 'interim',
    analyse: (image) => Promise.resolve({ analysis: analyse(image), times: { proposalsMs: 0, backboneMs: 0, headsMs: 0 } }),
    dispose() {},
  };
}
