import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { requestAdapter } from '../../gpu/device/adapter.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { Network } from '../../network/network.ts';
import { openGpuNetwork } from '../../pipeline/analyser/gpuNetwork.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { type BenchReport, groupTable, readReport } from '../bench/report.ts';
import type { BenchOptions, BenchRow } from '../bench/row.ts';
import { growth, soak } from '../bench/soak.ts';

/**
 * `npm run bench [-- --only kernels,codes] [--json FILE] [--compare FILE]`: every stage with its peers in the same run, median and spread.
 * A bench is a file `lab/bench/<name>Bench.ts` that exports a function of that name, which returns rows. `--large` adds sizes that take
 * minutes and gigabytes. `--only gallery --before COMMIT-OR-DIST [--photos 100000]` measures the page with a large gallery in turns with
 * an older one.
 *
 * `npm run bench -- --soak [--photos 2000] [--backend wasm|webgpu] [--side 416]`: photos through the whole network, and
 * whether memory stays flat. A smaller input side makes the long run possible on a software adapter: its buffers are as many.
 */

type Bench = (options: BenchOptions) => Promise<BenchRow[]>;

const modules = import.meta.glob<Record<string, Bench>>('../bench/*Bench.ts');

function benchNames(): string[] {
  return Object.keys(modules).map((path) => /([^/]+)Bench\.ts$/.exec(path)![1]!);
}

async function bench(name: string, options: BenchOptions): Promise<BenchRow[]> {
  const loaded = await modules[`../bench/${name}Bench.ts`]!();
  return loaded[`${name}Bench`]!(options);
}

function machine(): string {
  return `${cpus()[0]?.model.trim() ?? process.arch}, ${availableParallelism()} cores, Node ${process.versions.node} on ${process.platform}`;
}

async function adapterName(): Promise<string> {
  const { missing } = await nodeGpu();
  if (missing !== null) return `none (${missing})`;
  const { info } = await requestAdapter();
  return `${info.vendor} ${info.architecture} ${info.description}`.trim();
}

async function load(name: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(join('public/models', name))).buffer;
}

/** On WebGPU as the app opens it. */
async function networkOn(backend: string, inputSide: number | null): Promise<Network> {
  const options = inputSide === null ? {} : { inputSide };
  if (backend === 'webgpu') {
    return (await openGpuNetwork(await requestAdapter(), load, options)).network;
  }
  if (!(await tf.setBackend(backend))) throw new Error(`bench: the backend ${backend} does not start`);
  return createNetwork(load, options);
}

async function soakTest(photos: number, backend: string, inputSide: number | null): Promise<void> {
  if (!Number.isInteger(photos) || photos < 100)
    throw new Error(`bench: got --photos ${photos}, wanted a whole number of at least 100`);
  const network = await networkOn(backend, inputSide);
  console.log(
    `\n${photos} photos on ${backend}, input side ${inputSide ?? 'of each backbone'}\n photos  tensors  tensor MB  GPU MB  heap MB  resident MB`,
  );
  const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
  const samples = await soak(network, photos, 50, (sample) => {
    const cells = [
      sample.photos,
      sample.tensors,
      megabytes(sample.tensorBytes),
      megabytes(sample.gpuBytes),
      megabytes(sample.heapBytes),
      megabytes(sample.residentBytes),
    ];
    console.log(cells.map((cell, i) => String(cell).padStart([7, 7, 9, 6, 7, 11][i]!)).join('  '));
  });
  const grown = growth(samples);
  console.log(grown ?? `flat from photo ${samples[0]!.photos} on`);
  if (grown !== null) process.exitCode = 1;
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    compare: { type: 'string' },
    large: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
    photos: { type: 'string' },
    before: { type: 'string' },
    backend: { type: 'string', default: 'wasm' },
    side: { type: 'string' },
  },
});
const adapter = await adapterName();
console.log(`${machine()}\nWebGPU adapter: ${adapter}`);
if (options.soak) {
  await soakTest(
    Number(options.photos ?? 2000),
    options.backend,
    options.side === undefined ? null : Number(options.side),
  );
  process.exit();
}
const benchOptions: BenchOptions = {
  large: options.large,
  ...(options.before !== undefined && { before: options.before }),
  ...(options.photos !== undefined && { photos: Number(options.photos) }),
};
const names = options.only?.split(',') ?? benchNames();
const unknown = names.find((name) => !benchNames().includes(name));
if (unknown !== undefined) throw new Error(`bench: got --only ${unknown}, wanted some of ${benchNames().join(', ')}`);
const saved = options.compare === undefined ? undefined : readReport(readFileSync(options.compare, 'utf8'));

const report: BenchReport = { date: new Date().toISOString(), machine: machine(), adapter, groups: {} };
if (saved) console.log(`Beside the run of ${saved.date} on ${saved.machine}`);
const groups: Record<string, readonly BenchRow[]> = {};
for (const name of names) {
  groups[name] = await bench(name, benchOptions);
  console.log(`\n${name}\n${groupTable(groups[name], saved && (saved.groups[name] ?? []))}`);
}
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ ...report, groups }, null, 2)}\n`);
process.exit(0);
