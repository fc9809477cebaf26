import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';
import { seededRandom } from '../../base/seededRandom.ts';

type Colour = readonly [number, number, number];

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: Colour;
}

/** Discs on a plain background, later ones over earlier ones. */
export function discs(width: number, height: number, ground: Colour, ...shapes: readonly Disc[]): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += 3) {
      let colour = ground;
      for (const shape of shapes)
        if (Math.hypot(x + 0.5 - shape.x, y + 0.5 - shape.y) <= shape.radius) colour = shape.colour;
      data.set(colour, o);
    }
  }
  return rgbImage(width, height, data);
}

export function flat(width: number, height: number): RgbImage {
  return discs(width, height, [120, 130, 140]);
}

/** Smooth blobs with noise on them; one seed always gives the same picture. */
export function clouds(width: number, height: number, seed: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  const random = seededRandom(seed);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++, o++) {
        const noise = 32 * (random() - 0.5);
        data[o] = 128 + 70 * Math.sin(x / (9 + 4 * c) + seed) * Math.cos(y / (13 - 2 * c)) + noise;
      }
    }
  }
  return rgbImage(width, height, data);
}
