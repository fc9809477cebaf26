import { parentPort, workerData } from 'node:worker_threads';
import { setBackend } from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { loadJoinedBackbone } from '../../network/backbone/joinedBackbone.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { headsTaps } from '../../network/heads/heads.ts';
import { headsFileOf } from '../../network/shippedFiles.ts';
import { headInputs } from '../../network/training/headTaps.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import { modelFiles } from '../data/modelFiles.ts';
import { type AnalysisSettings, serveAnalyses } from '../evaluate/analysisService.ts';
import { type CachedBackbone, cachedBackbone } from '../features/cachedBackbone.ts';
import { openJoinedCache } from '../features/joinedCache.ts';

/** The worker thread of `npm run evaluate`: a network of its own on tfjs's WASM backend, one photo at a time. */
const settings = workerData as AnalysisSettings;
const load = modelFiles(settings.models);

/** The network's, once it has one. */
let backbone: CachedBackbone | null = null;

await setBackend('wasm');
const network = await createNetwork(load, {
  heads: headsFileOf(settings.backbone),
  async loadBackbone(...asked) {
    const joined = await loadJoinedBackbone(...asked);
    const versions = joined.parts.map(({ version }) => version);
    const { maps } = settings;
    backbone = cachedBackbone(joined, maps === null ? null : openJoinedCache(maps, settings.backbone, versions, false));
    return backbone;
  },
});
const { proposer } = await loadProposer(load);
const taps = headsTaps(headInputs(settings.backbone));
serveAnalyses(parentPort!, network, proposer, settings, (image, key) => backbone?.name(image, key, taps) ?? false);
