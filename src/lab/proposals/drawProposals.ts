import sharp from 'sharp';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import { explainProposals } from '../../proposals/explain.ts';
import { createProposer } from '../../proposals/proposer.ts';
import type { ProposalModel } from '../../proposals/ranking/proposalModel.ts';
import { workingImage } from '../../proposals/workingImage.ts';

type Paint = (x: number, y: number) => readonly [number, number, number];

/** Writes a picture of four panels in two rows: boundary map and superpixels, distance from the middle and the first `count` boxes. */
export async function drawProposals(
  photo: RgbImage,
  model: ProposalModel | null,
  count: number,
  file: string,
): Promise<void> {
  const image = workingImage(photo);
  const { width, height, data } = image;
  const { boundary, labels, distancesFrom } = explainProposals(image);
  const middle = labels[(height >> 1) * width + (width >> 1)]!;
  const distance = distancesFrom(middle);
  const farthest = distance.reduce((most, d) => Math.max(most, d), 1e-6);
  const { boxes } = createProposer(model).propose(image);
  const shown = Math.min(count, boxes.length / 4);
  const pixel: Paint = (x, y) => [
    data[(y * width + x) * 3]!,
    data[(y * width + x) * 3 + 1]!,
    data[(y * width + x) * 3 + 2]!,
  ];
  const panels: Paint[] = [
    (x, y) => grey(255 * (1 - boundary[y * width + x]!)),
    (x, y) => {
      const label = labels[y * width + x]!;
      const edge =
        (x + 1 < width && labels[y * width + x + 1] !== label) ||
        (y + 1 < height && labels[(y + 1) * width + x] !== label);
      return edge ? [255, 230, 0] : pixel(x, y);
    },
    (x, y) =>
      labels[y * width + x] === middle
        ? [255, 40, 40]
        : grey(255 * Math.sqrt(distance[labels[y * width + x]!]! / farthest)),
    (x, y) => {
      for (let k = 0; k < shown; k++) if (onOutline(boxes, k, x, y)) return hue(k / Math.max(1, shown));
      return pixel(x, y);
    },
  ];
  const out = new Uint8Array(width * 2 * height * 2 * 3);
  panels.forEach((paint, panel) => {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++)
        out.set(paint(x, y), ((y + (panel >> 1) * height) * width * 2 + x + (panel & 1) * width) * 3);
    }
  });
  await sharp(out, { raw: { width: width * 2, height: height * 2, channels: 3 } })
    .png()
    .toFile(file);
}

function grey(value: number): readonly [number, number, number] {
  return [value, value, value];
}

function onOutline(boxes: Float32Array, k: number, x: number, y: number): boolean {
  const x0 = boxes[k * 4]!,
    y0 = boxes[k * 4 + 1]!,
    x1 = boxes[k * 4 + 2]! - 1,
    y1 = boxes[k * 4 + 3]! - 1;
  if (x < x0 || x > x1 || y < y0 || y > y1) return false;
  return x === x0 || x === x1 || y === y0 || y === y1;
}

/** From green for the strongest box through yellow to red for the last one shown. */
function hue(share: number): readonly [number, number, number] {
  return share < 0.5 ? [510 * share, 255, 0] : [255, 510 * (1 - share), 0];
}
