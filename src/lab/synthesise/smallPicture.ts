import { crc32, deflateSync } from 'node:zlib';
import { seededRandom } from '../../base/seededRandom.ts';

/** How many different drawings there are; their colours are each photo's own. */
const DRAWINGS = 256;
const LONGER_SIDE = 64;
const COLOURS = 4;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, body: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  out.set(body, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

/** Two discs over two fields, two bits a pixel. // (height, 1 + ⌈width / 4⌉), each row after its filter: none */
function drawing(seed: number, width: number, height: number): Uint8Array {
  const random = seededRandom(seed);
  const horizon = height * (0.3 + 0.4 * random());
  const discs = [1, 2].map((colour) => ({
    colour: colour + 1,
    x: random() * width,
    y: random() * height,
    radius: (0.1 + 0.25 * random()) * width,
  }));
  const row = 1 + Math.ceil(width / 4);
  const out = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const disc = discs.findLast((one) => (x - one.x) ** 2 + (y - one.y) ** 2 < one.radius ** 2);
      out[y * row + 1 + (x >> 2)]! |= (disc?.colour ?? (y < horizon ? 0 : 1)) << (6 - 2 * (x & 3));
    }
  }
  return out;
}

/** Draws small pictures (PNG with a palette, some 200 bytes) in next to no time: a drawing is compressed once, its colours are not. */
export class SmallPictures {
  readonly #drawings = new Map<string, Buffer>();
  readonly #end = chunk('IEND', new Uint8Array(0));

  /** @param width and `height` of the photo; the picture is as wide to its height */
  picture(random: () => number, width: number, height: number): Uint8Array<ArrayBuffer> {
    const longer = Math.max(width, height);
    const [w, h] = [width, height].map((side) => Math.max(1, Math.round((side * LONGER_SIDE) / longer)));
    const palette = Uint8Array.from({ length: COLOURS * 3 }, () => random() * 256);
    const body = this.#drawn(Math.floor(random() * DRAWINGS), w!, h!);
    return Uint8Array.from(Buffer.concat([body.subarray(0, 33), chunk('PLTE', palette), body.subarray(33), this.#end]));
  }

  /** Signature, header (33 bytes together) and pixels. */
  #drawn(seed: number, width: number, height: number): Buffer {
    const key = `${seed} ${width} ${height}`;
    let drawn = this.#drawings.get(key);
    if (drawn === undefined) {
      const header = Buffer.alloc(13);
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      header.set([2, 3], 8); // two bits a pixel, from a palette
      const pixels = deflateSync(drawing(seed, width, height), { level: 9 });
      drawn = Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels)]);
      this.#drawings.set(key, drawn);
    }
    return drawn;
  }
}
