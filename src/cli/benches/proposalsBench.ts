import { readFileSync } from 'node:fs';
import { rgbImage, type RgbImage } from '../../image/rgbImage.ts';
import { proposalModel } from '../../proposals/proposalModel.ts';
import { createProposer } from '../../proposals/proposer.ts';
import { readSafetensors } from '../../weights/safetensors.ts';
import { seededRandom } from '../proposals/mlpTraining.ts';
import { measure, rowOfTimes, type BenchRow } from './row.ts';

const SIDES = [[192, 144], [384, 288], [768, 576]] as const;
const SCENES = 6;

/** The proposals on seeded scenes of three sizes; the working size of photos is 384×288. */
export async function proposalsBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [width, height] of SIDES) rows.push(await benchProposals(Array.from({ length: SCENES }, (_, k) => scene(width, height, k + 1))));
  return rows;
}

/** One row over all images, each timed alone after the warm-up, one thread, decoding left out. */
export async function benchProposals(images: readonly RgbImage[]): Promise<BenchRow> {
  const first = images[0];
  if (first === undefined) throw new Error('benchProposals: got no image, wanted at least one');
  const proposer = createProposer(proposalModel(readSafetensors(new Uint8Array(readFileSync('public/models/proposals.safetensors')).buffer)));
  await measure('warm-up', () => proposer.propose(first), { warmup: 2, runs: 3 });
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const image of images) {
      const start = performance.now();
      proposer.propose(image);
      times.push(performance.now() - start);
    }
  }
  return rowOfTimes(`proposals ${first.width}×${first.height}, up to 1,000 boxes, learned ranking`, times, { note: 'one thread' });
}

/** Overlapping ellipses of random colour, each with its own grain, on a shaded ground: as busy as an ordinary photo. */
function scene(width: number, height: number, seed: number): RgbImage {
  const random = seededRandom(seed);
  const shapes = Array.from({ length: 25 }, () => ({
    x: random() * width, y: random() * height, rx: (0.03 + random() * 0.2) * width, ry: (0.03 + random() * 0.2) * height,
    colour: [random() * 255, random() * 255, random() * 255], grain: random() * 40,
  }));
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += 3) {
      let colour = [90 + (60 * y) / height, 110 + (50 * x) / width, 100];
      let grain = 12;
      for (const shape of shapes) {
        if (((x - shape.x) / shape.rx) ** 2 + ((y - shape.y) / shape.ry) ** 2 > 1) continue;
        colour = shape.colour;
        grain = shape.grain;
      }
      const noise = (random() - 0.5) * grain;
      for (let c = 0; c < 3; c++) data[o + c] = Math.max(0, Math.min(255, colour[c]! + noise));
    }
  }
  return rgbImage(width, height, data);
}
