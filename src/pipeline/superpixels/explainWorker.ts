import { transfer } from 'comlink';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { SuperpixelMap } from '../api/pipeline.ts';
import { answerCalls } from '../api/remoteCalls.ts';
import { superpixelMap } from './superpixelMap.ts';

/** A worker for one photo: it ends with the answer, or earlier when nobody waits for it any more. */
const explanation = {
  /** @param image at the size that proposals are found on */
  async superpixels(image: RgbImage): Promise<SuperpixelMap> {
    const map = superpixelMap(image);
    return transfer(map, [map.labels.buffer, map.distances.buffer]);
  },
};

export type Explanation = typeof explanation;

answerCalls<Explanation>(explanation);
