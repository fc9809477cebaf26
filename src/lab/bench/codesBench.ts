import { seededRandom } from '../../base/seededRandom.ts';
import { CodeColumns } from '../../codes/columns/codeColumns.ts';
import { CodeSearch } from '../../codes/nearest/codeSearch.ts';
import { DEFAULT_COSTS } from '../../codes/nearest/searchCosts.ts';
import { exactSearch } from '../../pipeline/measures/exactSearch.ts';
import { measureCosts } from '../nearest/measureCosts.ts';
import { categoryRows } from './codes/categoryRows.ts';
import { duplicateRows } from './codes/duplicateRows.ts';
import { faissRows } from './codes/faissPeer.ts';
import { BITS, type CodeGallery, clusteredGallery, resampledGallery, uniformGallery } from './codes/galleries.ts';
import { heapScan } from './codes/heapScan.ts';
import { type Contestant, inTurns } from './codes/inTurns.ts';
import { edgevecPeer, INSTALL, type Peer, usearchPeer } from './codes/peers.ts';
import type { BenchOptions, BenchRow } from './row.ts';

const K = 100;
const TURNS = 24;
/** Beyond, their graphs take minutes to build. */
const MOST_IN_GRAPHS = 10_000;

function columnsOf({ codes }: CodeGallery, keys: Uint32Array): CodeColumns {
  const columns = new CodeColumns({ bits: BITS, keyed: true });
  const photos = Uint32Array.from({ length: codes.count }, (_, n) => n);
  columns.addAll({ photos, keys, codes: codes.words });
  return columns;
}

function timed<T>(fn: () => T): readonly [T, number] {
  const start = performance.now();
  const result = fn();
  return [result, performance.now() - start];
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const once = (name: string, ms: number, more: Partial<BenchRow> = {}): BenchRow => ({
  name,
  medianMs: ms,
  spreadMs: [ms, ms],
  runs: 1,
  ...more,
});

/** How many of the k nearest, ties counted as equals, the answer has: its distances against the true ones. */
function recall({ codes, queries }: CodeGallery, search: CodeSearch, peer: Peer): string {
  let found = 0;
  let wanted = 0;
  for (const query of queries.slice(0, 20)) {
    const { distances } = search.nearest(query, K);
    const last = distances[distances.length - 1] ?? 0;
    const near = new Set(search.within(query, last).photos);
    found += Math.min(distances.length, Array.from(peer.search(query, K)).filter((n) => near.has(n)).length);
    wanted += Math.min(K, codes.count);
  }
  return `recall ${((100 * found) / wanted).toFixed(0)} %`;
}

async function galleryRows(gallery: CodeGallery, withPeers: boolean): Promise<BenchRow[]> {
  const { codes, queries } = gallery;
  const name = `${codes.count.toLocaleString('en')} codes of ${BITS} bits, ${gallery.name}`;
  const random = seededRandom(8);
  const keys = Uint32Array.from({ length: codes.count * 2 }, () => random() * 2 ** 32);
  const [columns, loadMs] = timed(() => columnsOf(gallery, keys));
  const held = columns.arena.byteLength;
  const planned = new CodeSearch(columns);
  const [, buildMs] = timed(() => planned.refresh());
  // Searches of their own on the same columns, so that nobody's scratch is in the way; without an index each search is a scan.
  const words = new CodeSearch(columns);
  const vectors = new CodeSearch(columns, { ...DEFAULT_COSTS, countsBy: 'vectors' });
  const scratch = new Uint16Array(codes.count);
  const paths = queries.map((query) => {
    planned.nearest(query, K);
    return planned.lastPath;
  });
  const share = (path: string) => paths.filter((taken) => taken === path).length / paths.length;
  const contestants: Contestant[] = [
    { run: (q) => words.nearest(queries[q]!, K), note: 'scan by words' },
    { run: (q) => vectors.nearest(queries[q]!, K), note: 'scan by vectors' },
    {
      run: (q) => planned.nearest(queries[q]!, K),
      note: `planner: ${Math.round(100 * share('index'))} % looked up`,
    },
    { run: (q) => exactSearch(codes, queries[q]!, K, scratch), peer: 'exactSearch, as before' },
    { run: (q) => heapScan(codes, queries[q]!, K), peer: 'typed arrays and a heap' },
  ];
  const rows = [
    once(`loading ${name}`, loadMs, { note: megabytes(held) }),
    once(`building the index of ${name}`, buildMs, {
      note: `${planned.index?.rows ?? 0} in ${megabytes(columns.arena.byteLength - held)}`,
    }),
  ];
  if (withPeers) {
    const peers = [
      await edgevecPeer(codes, 'Flat'),
      ...(codes.count <= MOST_IN_GRAPHS ? [await edgevecPeer(codes, 'Hnsw'), usearchPeer(codes)] : []),
    ];
    if (peers.includes(null)) rows.push(once(`peers of ${name} are missing`, 0, { note: INSTALL }));
    for (const peer of peers) {
      if (peer === null) continue;
      rows.push(
        once(`building the index of ${name}`, peer.buildMs, { peer: peer.name, note: megabytes(peer.residentBytes) }),
      );
      contestants.push({
        run: (q) => peer.search(queries[q]!, K),
        peer: peer.name,
        note: peer.approximate ? recall(gallery, planned, peer) : 'exact',
      });
    }
  }
  return [
    ...rows,
    ...inTurns(`${K} of ${name}`, contestants, TURNS, queries.length),
    ...(withPeers ? faissRows(`${K} of ${name}`, gallery, K) : []),
  ];
}

/**
 * Search over codes, exact, in turns with peers: galleries of 10,000 to a million photos, ten million with `--large`; uniform, in
 * clusters, and drawn from real codes, or from those of drawn scenes where there are no samples of real ones.
 */
export async function codesBench({ large }: BenchOptions): Promise<BenchRow[]> {
  const costs = measureCosts();
  const rows: BenchRow[] = [
    once('costs measured here', costs.search / 1e6, {
      note: `scan ${costs.scannedCode.toFixed(2)} ns a code by ${costs.countsBy}, look-up ${costs.lookup.toFixed(1)} ns, member ${costs.member.toFixed(1)} ns`,
    }),
  ];
  for (const count of [10_000, 100_000, 1_000_000, ...(large ? [10_000_000] : [])]) {
    for (const draw of [
      uniformGallery,
      (n: number) => clusteredGallery(n, 1000),
      (n: number) => clusteredGallery(n, 100),
      resampledGallery,
    ]) {
      const gallery = draw(count);
      process.stderr.write(`${count.toLocaleString('en')} codes, ${gallery.name}\n`);
      rows.push(...(await galleryRows(gallery, draw === uniformGallery && count <= 1_000_000)));
    }
  }
  rows.push(...categoryRows(10_000), ...categoryRows(1_000_000), ...(await duplicateRows(100_000)));
  return rows;
}
