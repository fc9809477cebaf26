import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeBytes } from '../../../terminal/exports/exportedPhoto.ts';
import { writeBinaryFlat } from '../../../terminal/exports/faissFiles.ts';
import { FileWriter } from '../../../terminal/indexFile/fileWriter.ts';
import { type BenchRow, percentile, rowOfTimes } from '../row.ts';
import { BITS, type CodeGallery } from './galleries.ts';

/** Debian's python3-faiss is built for every x86-64 there is, without the popcount instruction. */
const PYTHON = process.env['FACET_FAISS_PYTHON'] ?? '/usr/bin/python3';
/** A million codes of 64 bits, k = 100, one thread, a build with popcount. */
const QUOTED = { count: 1_000_000, ms: 0.37 } as const;

const PROGRAM = `
import sys, time, faiss, numpy
faiss.omp_set_num_threads(1)
start = time.perf_counter()
index = faiss.read_index_binary(sys.argv[1])
print((time.perf_counter() - start) * 1000)
for line in sys.stdin.read().split():
    query = numpy.frombuffer(bytes.fromhex(line), dtype="uint8").reshape(1, -1)
    start = time.perf_counter()
    index.search(query, int(sys.argv[2]))
    print((time.perf_counter() - start) * 1000)
print(faiss.__version__)
`;

/** FAISS's scan, in a process of its own after the others: one thread, by its own clock. Without FAISS on the machine the quoted figure alone. */
export function faissRows(name: string, { codes, queries }: CodeGallery, k: number): BenchRow[] {
  const quoted =
    codes.count === QUOTED.count
      ? [rowOfTimes(name, [QUOTED.ms], { peer: 'FAISS with popcount', note: 'quoted, not measured here' })]
      : [];
  const folder = mkdtempSync(join(tmpdir(), 'facet-faiss-'));
  try {
    const path = join(folder, 'codes.faiss');
    const file = new FileWriter(path);
    writeBinaryFlat((bytes) => file.write(bytes), { bits: BITS, count: codes.count, bytes: codeBytes(codes.words) });
    file.close();
    const asked = queries.map((query) => Buffer.from(codeBytes(query)).toString('hex')).join('\n');
    const run = spawnSync(PYTHON, ['-c', PROGRAM, path, String(k)], { input: asked, encoding: 'utf8' });
    if (run.status !== 0) return quoted;
    const lines = run.stdout.trim().split('\n');
    const [load, ...times] = lines.slice(0, -1).map(Number);
    const sorted = times.toSorted((a, b) => a - b);
    const note = `exact, loaded in ${load!.toFixed(0)} ms, least ${sorted[0]!.toPrecision(2)}, p99 ${percentile(sorted, 0.99).toPrecision(2)}`;
    return [rowOfTimes(name, times, { peer: `FAISS ${lines.at(-1)}, Debian's, flat`, note }), ...quoted];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
