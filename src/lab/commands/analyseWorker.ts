import { parentPort, workerData } from 'node:worker_threads';
import { setBackend } from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { headsFileOf } from '../../network/shippedFiles.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import { modelFiles } from '../data/modelFiles.ts';
import { type AnalysisSettings, serveAnalyses } from '../evaluate/analysisService.ts';

/** The worker thread of `npm run evaluate`: a network of its own on tfjs's WASM backend, one photo at a time. */
const settings = workerData as AnalysisSettings;
const load = modelFiles(settings.models);

await setBackend('wasm');
const network = await createNetwork(load, { heads: headsFileOf(settings.backbone) });
const { proposer } = await loadProposer(load);
serveAnalyses(parentPort!, network, proposer, settings);
