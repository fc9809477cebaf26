import type { TaughtRow } from '../../gallery/records/taughtRow.ts';

const FORMAT = 'facet-taught';
const VERSION = 1;

/** A category without the photos that it was learned from. */
export type GivenCategory = Omit<TaughtRow, 'key' | 'taughtAt' | 'examples' | 'counterExamples'>;

/** A small file of taught categories, JSON: names, weights and what they are laid over; no photo and nothing that names one. */
export function taughtFile(rows: readonly TaughtRow[]): Blob {
  const categories = rows.map(({ name, vectors, weights, bias, slope, offset, gate }) => ({
    name,
    vectors,
    weights: [...weights],
    bias,
    slope,
    offset,
    gate,
  }));
  return new Blob([JSON.stringify({ format: FORMAT, version: VERSION, categories })], { type: 'application/json' });
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function categoryOf(value: unknown): GivenCategory | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, vectors, weights, bias, slope, offset, gate } = Object.fromEntries(Object.entries(value));
  const whole =
    typeof name === 'string' &&
    name.trim() !== '' &&
    typeof vectors === 'string' &&
    Array.isArray(weights) &&
    weights.length > 0 &&
    weights.every(isNumber) &&
    isNumber(bias) &&
    isNumber(slope) &&
    slope > 0 &&
    isNumber(offset) &&
    isNumber(gate) &&
    gate > 0 &&
    gate <= 1;
  return whole ? { name: name.trim(), vectors, weights: Float32Array.from(weights), bias, slope, offset, gate } : null;
}

/** @throws Error, for a person, when it is no such file. */
export function readTaughtFile(text: string): GivenCategory[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new Error('This is not a file of taught categories.', { cause });
  }
  const file = typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {};
  if (file['format'] !== FORMAT || !Array.isArray(file['categories']))
    throw new Error('This is not a file of taught categories.');
  if (file['version'] !== VERSION) throw new Error('This file was made by a newer version of Facet. Reload the page.');
  return file['categories'].map((value: unknown) => {
    const category = categoryOf(value);
    if (category === null) throw new Error('The file of taught categories is damaged.');
    return category;
  });
}
