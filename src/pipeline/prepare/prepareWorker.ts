import { expose, transfer } from 'comlink';
import type { Region } from '../pipeline.ts';
import { contentHash, preparePhoto, prepareRegion } from './preparedPhoto.ts';

/** One worker of the pool; the pool gives it one task at a time. */
const preparation = {
  contentHash,
  async prepare(file: Blob, side: number) {
    const prepared = await preparePhoto(file, side);
    return transfer(prepared, [prepared.image.data.buffer, prepared.thumbnail.bytes]);
  },
  async prepareRegion(file: Blob, region: Region, side: number) {
    const prepared = await prepareRegion(file, region, side);
    return transfer(prepared, [prepared.image.data.buffer]);
  },
};

export type Preparation = typeof preparation;

expose(preparation);
