import { expose, transfer } from 'comlink';
import { WORKING_SIDE, workingImage } from '../../proposals/workingImage.ts';
import { decodePhoto } from '../analyser/decodePhoto.ts';
import { superpixelMap } from './superpixelMap.ts';

/** A worker for one photo: it is ended with the answer, or before it when nobody waits any more. */
const explanation = {
  /** @throws UnreadablePhoto with a reason for a person. */
  async superpixels(photo: Blob) {
    const { image } = await decodePhoto(photo, WORKING_SIDE);
    const map = superpixelMap(workingImage(image));
    return transfer(map, [map.labels.buffer, map.distances.buffer]);
  },
};

export type Explanation = typeof explanation;

expose(explanation);
