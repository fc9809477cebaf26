import { fingerprint } from '../../base/weights/fingerprint.ts';
import { type NamedArray, readSafetensors, type WeightsFile } from '../../base/weights/safetensors.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from './appearanceBits.ts';

/** One feature map that the codes are made from. */
export interface AppearanceTap {
  readonly tap: string;
  readonly channels: number;
}

/** What the layers of the appearance codes were fitted to. */
export interface AppearanceDescription {
  /** Name of the backbone. */
  readonly backbone: string;
  readonly taps: readonly AppearanceTap[];
}

export interface AppearanceFile {
  readonly description: AppearanceDescription;
  readonly weights: WeightsFile;
  /** A fingerprint of the whole file. */
  readonly version: string;
}

/**
 * Tensors of the file, K = channels of all taps together, one hash layer for the photo and one for regions:
 *
 * | name                        | shape     |
 * |-----------------------------|-----------|
 * | photo.weight, photo.bias    | (K, 128), (128) |
 * | region.weight, region.bias  | (K, 64), (64)   |
 */
export function appearanceWeightShapes({ taps }: AppearanceDescription): ReadonlyMap<string, readonly number[]> {
  const features = taps.reduce((sum, { channels }) => sum + channels, 0);
  return new Map<string, readonly number[]>([
    ['photo.weight', [features, APPEARANCE_BITS]],
    ['photo.bias', [APPEARANCE_BITS]],
    ['region.weight', [features, REGION_APPEARANCE_BITS]],
    ['region.bias', [REGION_APPEARANCE_BITS]],
  ]);
}

/** The metadata that `readAppearanceFile` reads back. */
export function appearanceMetadata({ backbone, taps }: AppearanceDescription): Record<string, string> {
  return { backbone, taps: JSON.stringify(taps) };
}

function tapsOf(text: string | undefined): AppearanceTap[] {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    // Named below.
  }
  if (Array.isArray(value) && value.length > 0 && value.every(isTap)) return value;
  throw new Error(`readAppearanceFile: got taps = ${text ?? 'nothing'}, wanted a list of { tap, channels }`);
}

function isTap(value: unknown): value is AppearanceTap {
  if (typeof value !== 'object' || value === null || !('tap' in value) || !('channels' in value)) return false;
  const { tap, channels } = value;
  return typeof tap === 'string' && typeof channels === 'number' && Number.isInteger(channels) && channels > 0;
}

/** @throws Error naming the first field or tensor that does not fit. */
export function readAppearanceFile(buffer: ArrayBuffer): AppearanceFile {
  const weights = readSafetensors(buffer);
  const { backbone, taps } = weights.metadata;
  if (!backbone) throw new Error('readAppearanceFile: the metadata does not name the backbone');
  const description = { backbone, taps: tapsOf(taps) };
  for (const [name, shape] of appearanceWeightShapes(description)) checkTensor(name, shape, weights.tensors.get(name));
  return { description, weights, version: `appearance#${fingerprint(buffer)}` };
}

function checkTensor(name: string, wanted: readonly number[], stored: NamedArray | undefined): void {
  const got = stored === undefined ? 'missing' : `[${stored.shape.join(', ')}]`;
  if (stored === undefined || stored.shape.join() !== wanted.join())
    throw new Error(`readAppearanceFile: tensor ${name} is ${got}, wanted [${wanted.join(', ')}]`);
  const strange = stored.values.find((value) => !Number.isFinite(value));
  if (strange !== undefined)
    throw new Error(`readAppearanceFile: tensor ${name} holds ${strange}, wanted finite numbers`);
}
