import sharp from 'sharp';
import { seededPhoto } from '../synthesise/seededPhoto.ts';
import { corrupted } from './corruption.ts';

/** A photo's file with something wrong with it. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const FORMATS = ['jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'claim'] as const;

/** A picture of a few bytes that says it is enormous: PNG (width and height), GIF, BMP. */
function claim(seed: number): Uint8Array {
  const side = 30_000 + seed;
  const file = Buffer.alloc(64);
  switch (seed % 3) {
    case 0:
      file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
      file.writeUInt32BE(side, 16);
      file.writeUInt32BE(side, 20);
      break;
    case 1:
      file.write('GIF89a', 'latin1');
      file.writeUInt16LE(side, 6);
      file.writeUInt16LE(side, 8);
      break;
    default:
      file.write('BM', 'latin1');
      file.writeUInt32LE(40, 14);
      file.writeInt32LE(side, 18);
      file.writeInt32LE(side, 22);
  }
  return file;
}

/** @param heic a whole HEIC file, which nothing here can write */
export async function hostileFile(seed: number, heic: Uint8Array): Promise<HostileFile> {
  const format = FORMATS[seed % FORMATS.length]!;
  const name = `${String(seed).padStart(4, '0')}.${format}`;
  if (format === 'claim') return { name, bytes: claim(seed) };
  return {
    name,
    bytes: corrupted(format === 'heic' ? heic : await picture(format, seed), Math.floor(seed / FORMATS.length)).bytes,
  };
}

function picture(format: 'jpeg' | 'png' | 'gif' | 'webp' | 'avif', seed: number): Promise<Uint8Array> {
  const { data, width, height } = seededPhoto(seed % 5, { width: 96, height: 72 });
  return sharp(data, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}
