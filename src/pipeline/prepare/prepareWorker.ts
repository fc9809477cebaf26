import { expose, transfer } from 'comlink';
import { contentHash, preparePhoto } from './preparedPhoto.ts';

/** One worker of the pool; the pool gives it one task at a time. */
const preparation = {
  contentHash,
  async prepare(file: Blob) {
    const prepared = await preparePhoto(file);
    const { image, proposals, thumbnail } = prepared;
    return transfer(prepared, [image.data.buffer, proposals.boxes.buffer, proposals.scores.buffer, thumbnail.bytes]);
  },
};

export type Preparation = typeof preparation;

expose(preparation);
