import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';
import { seededRandom } from '../../base/seededRandom.ts';

/** Blobs of seeded colours, of a seeded size where none is given, so that proposals and maps differ from photo to photo. */
export function seededPhoto(seed: number, size?: { readonly width: number; readonly height: number }): RgbImage {
  const random = seededRandom(seed);
  const { width, height } = size ?? {
    width: 160 + Math.floor(random() * 360),
    height: 160 + Math.floor(random() * 360),
  };
  const data = new Uint8Array(width * height * 3).fill(128);
  for (let blob = 0; blob < 12; blob++) {
    const [cx, cy, radius] = [random() * width, random() * height, 10 + random() * 90];
    const colour = [random() * 255, random() * 255, random() * 255];
    for (let y = Math.max(0, Math.floor(cy - radius)); y < Math.min(height, cy + radius); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius)); x < Math.min(width, cx + radius); x++) {
        if ((x - cx) ** 2 + (y - cy) ** 2 < radius ** 2) data.set(colour, (y * width + x) * 3);
      }
    }
  }
  return rgbImage(width, height, data);
}
