import { betweenStages } from '../../base/betweenStages.ts';
import { differenceHash } from '../../base/image/differenceHash.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import type { ProposalSet } from '../../proposals/proposalSet.ts';
import type { Proposer } from '../../proposals/proposer.ts';
import { WORKING_SIDE, workingImage } from '../../proposals/workingImage.ts';
import { decodeWithPictures, firstBytes } from './decodePhoto.ts';
import { loadedOnce } from './loadedOnce.ts';
import { modelFile } from './modelFiles.ts';

/** An encoded picture. */
export interface PictureBytes {
  /** MIME type. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Everything of a photo that needs no network: made in a worker of its own while the engine is busy with the one before. */
export interface PreparedPhoto {
  /** Upright, longer side 384 px or less: the size of the photos that the heads were trained on. */
  readonly image: RgbImage;
  /** Found on `workingImage(image)`. */
  readonly proposals: ProposalSet;
  /** Of the whole photo. */
  readonly width: number;
  readonly height: number;
  readonly thumbnail: PictureBytes;
  /** Where it was asked for and the photo is larger than its thumbnail. */
  readonly preview: PictureBytes | null;
  /** // (2,) */
  readonly fingerprint: Uint32Array;
}

/** A prepared photo with its analysis, or with null where the worker's network failed. */
export interface TriedPhoto extends PreparedPhoto {
  readonly analysis: PhotoAnalysis | null;
}

/** SHA-256 of the file, hexadecimal. @throws UnreadablePhoto when it is empty, too large or gone. */
export async function contentHash(file: Blob): Promise<string> {
  await firstBytes(file);
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Loaded with the first photo; keeps its arena from photo to photo. */
export const loadedProposer: () => Promise<Proposer> = loadedOnce(async () => (await loadProposer(modelFile)).proposer);

/** @throws UnreadablePhoto with a reason for a person; the signal's reason once it is aborted. */
export async function preparePhoto(file: Blob, withPreview = false, signal?: AbortSignal): Promise<PreparedPhoto> {
  const proposer = await loadedProposer();
  await betweenStages(signal);
  const { image, width, height, thumbnail, preview } = await decodeWithPictures(file, WORKING_SIDE, withPreview);
  await betweenStages(signal);
  return {
    image,
    proposals: proposer.propose(workingImage(image)),
    width,
    height,
    thumbnail: await bytesOf(thumbnail),
    preview: preview && (await bytesOf(preview)),
    fingerprint: differenceHash(image),
  };
}

async function bytesOf(picture: Blob): Promise<PictureBytes> {
  return { type: picture.type, bytes: await picture.arrayBuffer() };
}
