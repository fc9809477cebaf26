import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';
import { seededRandom } from '../../base/seededRandom.ts';

const DISCS = 24;

/** A drawn picture with edges, surfaces and noise, the same every time: overlapping discs of many sizes and colours on a gradient. */
export function probePicture(width: number, height: number): RgbImage {
  const random = seededRandom(7);
  const discs = Array.from({ length: DISCS }, () => ({
    x: random() * width,
    y: random() * height,
    radius: (0.03 + 0.2 * random()) * width,
    colour: [random() * 255, random() * 255, random() * 255] as const,
  }));
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const top = discs.findLast((disc) => (x - disc.x) ** 2 + (y - disc.y) ** 2 < disc.radius ** 2);
      const colour = top?.colour ?? [(x / width) * 200, (y / height) * 200, 90];
      for (let c = 0; c < 3; c++)
        pixels[(y * width + x) * 3 + c] = Math.max(0, Math.min(255, colour[c]! + 24 * (random() - 0.5)));
    }
  }
  return rgbImage(width, height, pixels);
}
