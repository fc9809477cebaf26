import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { requestAdapter } from '../gpu/device.ts';
import { nodeGpu } from '../gpu/node/dawn.ts';
import { groupTable, readReport, type BenchReport } from './benches/report.ts';
import type { BenchRow } from './benches/row.ts';

/**
 * `npm run bench [-- --only kernels,codes] [--json FILE] [--compare FILE]`: every stage with its peers in the same run, median and spread.
 * A bench is a file `benches/<name>Bench.ts` that exports a function of that name, which returns rows.
 */

type Bench = () => Promise<BenchRow[]>;

const modules = import.meta.glob<Record<string, Bench>>('./benches/*Bench.ts');

function benchNames(): string[] {
  return Object.keys(modules).map((path) => /([^/]+)Bench\.ts$/.exec(path)![1]!);
}

async function bench(name: string): Promise<BenchRow[]> {
  const loaded = await modules[`./benches/${name}Bench.ts`]!();
  return loaded[`${name}Bench`]!();
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

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string' }, compare: { type: 'string' } },
});
const names = options.only?.split(',') ?? benchNames();
const unknown = names.find((name) => !benchNames().includes(name));
if (unknown !== undefined) throw new Error(`bench: got --only ${unknown}, wanted some of ${benchNames().join(', ')}`);
const saved = options.compare === undefined ? undefined : readReport(readFileSync(options.compare, 'utf8'));

const report: BenchReport = { date: new Date().toISOString(), machine: machine(), adapter: await adapterName(), groups: {} };
console.log(`${report.machine}\nWebGPU adapter: ${report.adapter}`);
if (saved) console.log(`Beside the run of ${saved.date} on ${saved.machine}`);
const groups: Record<string, readonly BenchRow[]> = {};
for (const name of names) {
  groups[name] = await bench(name);
  console.log(`\n${name}\n${groupTable(groups[name], saved && (saved.groups[name] ?? []))}`);
}
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ ...report, groups }, null, 2)}\n`);
process.exit(0);
