import { differenceHash } from '../../image/differenceHash.ts';
import type { RgbImage } from '../../image/rgbImage.ts';
import type { Region } from '../pipeline.ts';
import { decodePhoto, decodeWithThumbnail, firstBytes, type DecodedPhoto } from './decodePhoto.ts';
import { decodingSide, regionImage } from './regionOfPhoto.ts';

/** Everything of a photo that needs no network: made in a worker of its own while the engine is busy with the one before. */
export interface PreparedPhoto {
  /** Upright, as the network wants it. */
  readonly image: RgbImage;
  /** Of the whole photo. */
  readonly width: number;
  readonly height: number;
  readonly thumbnail: { readonly type: string; readonly bytes: ArrayBuffer };
  /** // (2,) */
  readonly fingerprint: Uint32Array;
}

/** SHA-256 of the file, hexadecimal. @throws UnreadablePhoto when it is empty, too large or gone. */
export async function contentHash(file: Blob): Promise<string> {
  await firstBytes(file);
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws UnreadablePhoto with a reason for a person. */
export async function preparePhoto(file: Blob, side: number): Promise<PreparedPhoto> {
  const { image, width, height, thumbnail } = await decodeWithThumbnail(file, side);
  return {
    image,
    width,
    height,
    thumbnail: { type: thumbnail.type, bytes: await thumbnail.arrayBuffer() },
    fingerprint: differenceHash(image),
  };
}

/**
 * The pixels of one region of a photo, and the sides of the whole.
 * @throws UnreadablePhoto with a reason for a person.
 */
export async function prepareRegion(file: Blob, region: Region, side: number): Promise<DecodedPhoto> {
  const { image, width, height } = await decodePhoto(file, decodingSide(region, side));
  return { image: regionImage(image, region, side), width, height };
}
