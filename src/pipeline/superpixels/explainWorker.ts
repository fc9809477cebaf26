import { transfer } from 'comlink';
import { WORKING_SIDE, workingImage } from '../../proposals/workingImage.ts';
import { decodePhoto } from '../analyser/decodePhoto.ts';
import type { SuperpixelMap } from '../api/pipeline.ts';
import { answerCalls } from '../api/remoteCalls.ts';
import { superpixelMap } from './superpixelMap.ts';

/** A worker for one photo: it ends with the answer, or earlier when nobody waits for it any more. */
const explanation = {
  /** @throws UnreadablePhoto with a reason for a person. */
  async superpixels(photo: Blob): Promise<SuperpixelMap> {
    const { image } = await decodePhoto(photo, WORKING_SIDE);
    const map = superpixelMap(workingImage(image));
    return transfer(map, [map.labels.buffer, map.distances.buffer]);
  },
};

export type Explanation = typeof explanation;

answerCalls<Explanation>(explanation);
