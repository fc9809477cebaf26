import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { setBackend } from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { checkWholeResult } from '../../pipeline/analyser/wholeResult.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import { FileService } from '../indexing/fileService.ts';
import type { Answer, Order } from '../indexing/messages.ts';

/** One process of `npm run index`: a network of its own, one file at a time. Its argument is the folder of the model files. */
const models = process.argv[2]!;
const load = async (name: string) => new Uint8Array(await readFile(join(models, name))).buffer;
const send = (answer: Answer) => process.send?.(answer);

// The run uses the cores by its processes.
sharp.concurrency(1);
sharp.cache(false);
await setBackend('wasm');
const network = await createNetwork(load);
await checkWholeResult(network, 'strip');
const { proposer } = await loadProposer(load);
const service = new FileService(network, proposer);
process.on('message', (order: Order) => void service.answer(order).then(send));
process.on('disconnect', () => process.exit());
const { version, categories, bitsPerCategory } = network;
send({ kind: 'ready', facts: { modelVersion: version, categories, bitsPerCategory } });
