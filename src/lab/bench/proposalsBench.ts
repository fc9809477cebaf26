import { readFileSync } from 'node:fs';
import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';
import { seededRandom } from '../../base/seededRandom.ts';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import { Scratch } from '../../proposals/arena/scratch.ts';
import { createProposer, distinctCandidates, PROPOSAL_SETTINGS } from '../../proposals/proposer.ts';
import { proposalModel } from '../../proposals/ranking/proposalModel.ts';
import { type BenchRow, rowOfTimes } from './row.ts';
import { selectiveSearchTimes } from './selectiveSearchPeer.ts';

/** Half, all and twice the pixels of a photo at its working size: time is linear in them. */
const SIDES = [
  [272, 203],
  [384, 288],
  [544, 407],
] as const;
const WORKING = SIDES[1];
const SCENES = 6;
const ROUNDS = 4;

/**
 * The proposals on seeded scenes of three sizes, and selective search on those of the working size. Process CPU time, not
 * that of a clock: both are one thread, and a busy machine disturbs them less.
 */
export async function proposalsBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const perMegapixel: number[] = [];
  for (const [width, height] of SIDES) {
    const images = Array.from({ length: SCENES }, (_, k) => scene(width, height, k + 1));
    const row = benchProposals(images);
    perMegapixel.push((row.medianMs * 1e6) / (width * height));
    rows.push(row);
    if (width !== WORKING[0]) continue;
    const name = 'OpenCV selective search, fast, the same images';
    const peer = await selectiveSearchTimes(images);
    if ('missing' in peer) console.log(`proposals: no peer in this run: ${peer.missing}`);
    else {
      const peerRow = rowOfTimes(row.name, peer.times, { peer: name });
      rows.push({ ...peerRow, note: `${(peerRow.medianMs / row.medianMs).toFixed(1)} times as long` });
    }
  }
  console.log(linearity(perMegapixel));
  return rows;
}

/**
 * Where time is linear in pixels, a fixed part aside, time for each pixel does not grow with the image.
 * @param perMegapixel milliseconds, by growing image
 */
export function linearity(perMegapixel: readonly number[]): string {
  const listed = perMegapixel.map((ms) => ms.toFixed(0)).join(', ');
  const growth = perMegapixel[perMegapixel.length - 1]! / perMegapixel[0]!;
  return `proposals: ${listed} ms a megapixel at ½, 1 and 2 times the working size's pixels, ×${growth.toFixed(2)} from the first to the last (linear or better: at most 1.1)`;
}

/** One row over all images, each timed alone after the warm-up, one thread, decoding left out. */
export function benchProposals(images: readonly RgbImage[]): BenchRow {
  const first = images[0];
  if (first === undefined) throw new Error('benchProposals: got no image, wanted at least one');
  const proposer = createProposer(
    proposalModel(readSafetensors(new Uint8Array(readFileSync('public/models/proposals.safetensors')).buffer)),
  );
  const times: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    for (const image of images) {
      const start = process.cpuUsage();
      proposer.propose(image);
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times.push((user + system) / 1000);
    }
  }
  const fastest = Math.min(...times).toFixed(1);
  return rowOfTimes(`proposals ${first.width}×${first.height}, up to 1,000 boxes, learned ranking`, times, {
    note: `one thread, CPU time, fastest ${fastest} ms, arena ${(arenaBytes(images) / 2 ** 20).toFixed(1)} MB`,
  });
}

/** What the largest of the images takes of an arena that starts empty. */
function arenaBytes(images: readonly RgbImage[]): number {
  const scratch = new Scratch();
  for (const image of images) {
    scratch.reset();
    distinctCandidates(image, PROPOSAL_SETTINGS, scratch);
  }
  scratch.reset();
  return scratch.byteLength;
}

/** Overlapping ellipses of random colour, each with its own grain, on a shaded ground: as busy as an ordinary photo. */
function scene(width: number, height: number, seed: number): RgbImage {
  const random = seededRandom(seed);
  const shapes = Array.from({ length: 25 }, () => ({
    x: random() * width,
    y: random() * height,
    rx: (0.03 + random() * 0.2) * width,
    ry: (0.03 + random() * 0.2) * height,
    colour: [random() * 255, random() * 255, random() * 255],
    grain: random() * 40,
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
