import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PackedCodes } from '../../../codes/packedCodes.ts';

/** Somebody else's search over codes of 64 bits. */
export interface Peer {
  readonly name: string;
  readonly buildMs: number;
  /** By which the process grew while it was built: what was freed meanwhile may be part of it. */
  readonly residentBytes: number;
  readonly approximate: boolean;
  search(query: Uint32Array, k: number): ArrayLike<number>;
}

const FOLDER = '.facet/peers';
/** They are no dependencies: a native module and a rival's engine that only this bench runs. */
export const INSTALL = `npm install --prefix ${FOLDER} usearch@2.26.2 edgevec@0.9.0`;

// The little of their interfaces that is used here.
interface UsearchIndex {
  add(keys: BigUint64Array, vectors: Uint8Array, threads: number): void;
  search(vectors: Uint8Array, k: number, threads: number): { readonly keys: BigUint64Array };
}
interface Usearch {
  readonly Index: new (options: object) => UsearchIndex;
}
interface EdgeVecConfig {
  indexType: number;
  vector_type: number;
  setMetricType(type: number): void;
}
interface EdgeVec {
  insertBinary(code: Uint8Array): number;
  searchBinary(code: Uint8Array, k: number): readonly { readonly id: number }[];
}
interface EdgeVecModule {
  initSync(options: { readonly module: Uint8Array }): void;
  readonly EdgeVec: new (config: EdgeVecConfig) => EdgeVec;
  readonly EdgeVecConfig: new (bits: number) => EdgeVecConfig;
  readonly JsIndexType: { readonly Flat: number; readonly Hnsw: number };
  readonly VectorType: { readonly Binary: number };
  readonly MetricType: { readonly Hamming: number };
}

/**
 * Its binding for Node takes a byte a bit and packs them itself: bytes of packed bits would be taken for 8 bits, each set if not 0. Its
 * `exactSearch` takes no Uint8Array ("Unsupported TypedArray for queries"), so only its graph takes part.
 */
function unpacked(codes: Uint32Array): Uint8Array {
  return Uint8Array.from({ length: codes.length * 32 }, (_, i) => (codes[i >> 5]! >>> (i & 31)) & 1);
}

export function usearchPeer({ words, count }: PackedCodes): Peer | null {
  if (!existsSync(join(FOLDER, 'node_modules/usearch'))) return null;
  const { Index } = createRequire(resolve(FOLDER, 'from.cjs'))('usearch') as Usearch;
  const index = new Index({ dimensions: 64, metric: 'hamming', quantization: 'b1' });
  const resident = process.memoryUsage.rss();
  const start = performance.now();
  for (let from = 0; from < count; from += 50_000) {
    const end = Math.min(count, from + 50_000);
    const keys = BigUint64Array.from({ length: end - from }, (_, i) => BigInt(from + i));
    index.add(keys, unpacked(words.subarray(from * 2, end * 2)), 1);
  }
  return {
    name: 'usearch 2.26 HNSW, b1, native',
    buildMs: performance.now() - start,
    residentBytes: process.memoryUsage.rss() - resident,
    approximate: true,
    search: (query, k) => Array.from(index.search(unpacked(query), k, 1).keys, Number),
  };
}

export async function edgevecPeer({ words, count }: PackedCodes, kind: 'Flat' | 'Hnsw'): Promise<Peer | null> {
  const folder = resolve(FOLDER, 'node_modules/edgevec');
  if (!existsSync(folder)) return null;
  const path = pathToFileURL(join(folder, 'edgevec.js')).href;
  const edgevec = (await import(/* @vite-ignore */ path)) as EdgeVecModule;
  edgevec.initSync({ module: readFileSync(join(folder, 'edgevec_bg.wasm')) });
  const config = new edgevec.EdgeVecConfig(64);
  config.vector_type = edgevec.VectorType.Binary;
  config.setMetricType(edgevec.MetricType.Hamming);
  config.indexType = edgevec.JsIndexType[kind];
  const index = new edgevec.EdgeVec(config);
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  const positions = new Map<number, number>();
  const resident = process.memoryUsage.rss();
  const start = performance.now();
  for (let n = 0; n < count; n++) positions.set(index.insertBinary(bytes.slice(n * 8, n * 8 + 8)), n);
  return {
    name: `edgevec 0.9 ${kind === 'Flat' ? 'flat' : 'HNSW'}, WASM`,
    buildMs: performance.now() - start,
    residentBytes: process.memoryUsage.rss() - resident,
    approximate: kind === 'Hnsw',
    search: (query, k) => index.searchBinary(new Uint8Array(query.buffer), k).map(({ id }) => positions.get(id) ?? -1),
  };
}
