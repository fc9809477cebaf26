import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { setBackend } from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import { type AnalysisSettings, serveAnalyses } from '../evaluate/analysisService.ts';

/** The worker thread of `npm run evaluate`: a network of its own on tfjs's WASM backend, one photo at a time. */
const load = async (name: string) => new Uint8Array(await readFile(join('public', 'models', name))).buffer;

await setBackend('wasm');
const network = await createNetwork(load);
const { proposer } = await loadProposer(load);
serveAnalyses(parentPort!, network, proposer, workerData as AnalysisSettings);
