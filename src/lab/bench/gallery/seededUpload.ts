import sharp from 'sharp';
import { seededPhoto } from '../../synthesise/seededPhoto.ts';

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A photo that nobody took, as a file for the page. */
export async function seededUpload(seed: number): Promise<Upload> {
  const { data, width, height } = seededPhoto(seed, { width: 640, height: 480 });
  const jpeg = sharp(data, { raw: { width, height, channels: 3 } }).jpeg({ quality: 90 });
  return { name: `added ${seed}.jpg`, mimeType: 'image/jpeg', buffer: await jpeg.toBuffer() };
}
