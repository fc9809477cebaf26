import { parentPort, workerData } from 'node:worker_threads';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import type { UnitBoxes } from '../../base/image/box.ts';
import { mirrored } from '../../base/image/mirror.ts';
import { loadJoinedBackbone } from '../../network/backbone/joinedBackbone.ts';
import { headsTaps } from '../../network/heads/heads.ts';
import { hypothesesOf } from '../../network/hypotheses.ts';
import { halvesOf, photoRegions } from '../../network/training/photoRegions.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import { workingImage } from '../../proposals/workingImage.ts';
import { decodePhoto } from '../../terminal/pictures/decodePhoto.ts';
import { modelFiles } from '../data/modelFiles.ts';
import { cachedBackbone } from '../features/cachedBackbone.ts';
import { openJoinedCache } from '../features/joinedCache.ts';
import type { RegionJob, RegionJobDone, RegionWorkerSettings } from '../train/cache/regionJob.ts';

/** The worker thread of `npm run train`: one photo in, the region features of its strongest proposals out. */
const settings = workerData as RegionWorkerSettings;
const load = modelFiles(settings.models);

await tf.setBackend('wasm');
const joined = await loadJoinedBackbone(settings.backbone, load);
const { proposer } = await loadProposer(load);
const versions = joined.parts.map(({ version }) => version);
const backbone = cachedBackbone(
  joined,
  settings.maps === null ? null : openJoinedCache(settings.maps, settings.backbone, versions, settings.mirrored),
);
const tapNames = headsTaps(settings);

async function regionsOf({ key, path }: RegionJob): Promise<{ regions: Uint16Array; boxes: UnitBoxes }> {
  const photo = await decodePhoto(path);
  const image = settings.mirrored ? mirrored(photo) : photo;
  const working = workingImage(image);
  const { boxes } = hypothesesOf(proposer.propose(working), working.width, working.height, settings.proposalsPerPhoto);
  backbone.name(image, key, tapNames);
  const maps = backbone.run(image, tapNames);
  try {
    return { regions: await photoRegions(maps, boxes, settings), boxes };
  } finally {
    tf.dispose(maps);
  }
}

parentPort!.on('message', async (job: RegionJob) => {
  let done: RegionJobDone;
  try {
    const { regions, boxes } = await regionsOf(job);
    done = { outcome: 'cached', regions, boxes: halvesOf(boxes) };
  } catch (error) {
    done = { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage(done);
});
