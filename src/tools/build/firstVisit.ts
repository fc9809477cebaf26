import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtFiles } from './builtFiles.ts';

/**
 * Most bytes that the first visit may load, by kind. Scripts and styles count as a static host sends them (gzip), weights and
 * WASM as they are: they hardly shrink. Each limit is the figure of the day it was set and a twentieth, that of the weights 20 MB; raise one
 * only for something that a person would wait for.
 */
const LIMITS = { script: 820_000, wasm: 775_000, weights: 20_000_000, other: 307_000 } as const;

type Kind = keyof typeof LIMITS;

function kindOf(name: string): Kind {
  if (/\.(js|css|html)$/.test(name)) return 'script';
  if (name.endsWith('.wasm')) return 'wasm';
  return name.endsWith('.safetensors') ? 'weights' : 'other';
}

/** Bytes of each kind that everybody who opens the built page loads. */
export function firstVisit(folder: string): Record<Kind, number> {
  const bytes = { script: 0, wasm: 0, weights: 0, other: 0 };
  for (const { name, keep } of builtFiles(folder)) {
    if (keep !== 'start') continue;
    const kind = kindOf(name);
    const path = join(folder, name);
    bytes[kind] += kind === 'script' ? gzipSync(readFileSync(path)).length : statSync(path).size;
  }
  return bytes;
}

/** Each kind that is over its limit, as a sentence. */
export function overLimit(bytes: Readonly<Record<Kind, number>>): string[] {
  return (Object.keys(LIMITS) as Kind[])
    .filter((kind) => bytes[kind] > LIMITS[kind])
    .map((kind) => `The first visit loads ${bytes[kind]} bytes of ${kind}, allowed are ${LIMITS[kind]}.`);
}
