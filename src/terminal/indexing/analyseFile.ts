import sharp from 'sharp';
import { differenceHash } from '../../base/image/differenceHash.ts';
import { sidesFitting } from '../../base/image/resize.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { IndexedPhoto } from '../../gallery/gallery.ts';
import type { Network } from '../../network/network.ts';
import type { PictureBytes } from '../../pipeline/analyser/preparedPhoto.ts';
import { THUMBNAIL_SIDE } from '../../pipeline/api/pictureSides.ts';
import { captureFacts } from '../../pipeline/formats/captureFacts.ts';
import { indexedPhoto } from '../../pipeline/indexing/indexedPhoto.ts';
import type { Proposer } from '../../proposals/proposer.ts';
import { WORKING_SIDE, workingImage } from '../../proposals/workingImage.ts';
import { decodeFile } from '../pictures/decodePhoto.ts';
import { reducedImage } from '../pictures/reducedImage.ts';
import type { FoundFile } from './photoFolder.ts';

export interface AnalysedFile {
  readonly row: IndexedPhoto;
  /** In what the pixels differ from the page's, in a sentence; null where they do not. */
  readonly difference: string | null;
}

/** Only people see it, so sharp's own filter will do. */
async function thumbnailOf({ width, height, data }: RgbImage): Promise<PictureBytes> {
  const sides = sidesFitting(width, height, Math.min(THUMBNAIL_SIDE, Math.max(width, height)));
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(sides.width, sides.height, { fit: 'fill' })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { type: 'image/jpeg', bytes: new Uint8Array(jpeg).buffer };
}

/**
 * From a file's bytes to the rows that the gallery keeps of it, the page's way on WebAssembly.
 * @param id SHA-256 of the bytes, hexadecimal
 * @throws Error with a sentence where the file cannot be read as a photo.
 */
export async function analyseFile(
  bytes: Uint8Array,
  id: string,
  { path, size, lastModified }: FoundFile,
  network: Network,
  proposer: Proposer,
): Promise<AnalysedFile> {
  const { image: whole, difference } = await decodeFile(bytes);
  const image = reducedImage(whole, WORKING_SIDE);
  const proposals = proposer.propose(workingImage(image));
  const { analysis } = await network.analyse(image, { proposals });
  const photo = {
    image,
    proposals,
    width: whole.width,
    height: whole.height,
    thumbnail: await thumbnailOf(whole),
    preview: null,
    fingerprint: differenceHash(image),
    analysis,
    engine: 'wasm',
    version: network.version,
  } as const;
  const file = { name: path.slice(path.lastIndexOf('/') + 1), size, lastModified };
  // Where photos were taken is kept on a person's wish alone, which there is none of here.
  const { place: _, ...capture } = await captureFacts(new Blob([Uint8Array.from(bytes)]));
  return { row: indexedPhoto({ file, path }, id, photo, capture, Date.now()), difference };
}
