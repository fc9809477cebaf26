import { fingerprint } from '../../base/weights/fingerprint.ts';
import { readSafetensors, type WeightsFile } from '../../base/weights/safetensors.ts';
import type { HeadsDescription } from './headsDescription.ts';

/** A trained file of heads: the weights, and in the metadata the description that says what they are for. */
export interface HeadsFile {
  readonly description: HeadsDescription;
  readonly weights: WeightsFile;
  /** A fingerprint of all numbers and of the description. */
  readonly version: string;
}

function field(metadata: Readonly<Record<string, string>>, name: string): unknown {
  const text = metadata[name];
  if (text === undefined) throw new Error(`readHeadsFile: the metadata lacks ${name}`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`readHeadsFile: got ${name} = ${text}, wanted JSON`);
  }
}

function wholeNumber(metadata: Readonly<Record<string, string>>, name: string): number {
  const value = field(metadata, name);
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    throw new Error(`readHeadsFile: got ${name} = ${JSON.stringify(value)}, wanted a positive whole number`);
  }
  return value;
}

function classCount(metadata: Readonly<Record<string, string>>): number {
  const value = field(metadata, 'detectorClasses');
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new Error(`readHeadsFile: got detectorClasses = ${JSON.stringify(value)}, wanted a whole number from 0`);
  }
  return value;
}

function notNegative(metadata: Readonly<Record<string, string>>, name: string): number {
  const value = field(metadata, name);
  if (typeof value !== 'number' || value < 0)
    throw new Error(`readHeadsFile: got ${name} = ${JSON.stringify(value)}, wanted a number from 0`);
  return value;
}

function names(metadata: Readonly<Record<string, string>>, name: string): string[] {
  const value = field(metadata, name);
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
    throw new Error(`readHeadsFile: got ${name} = ${JSON.stringify(value)}, wanted a list of names`);
  }
  return value;
}

function isNumberList(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number');
}

function taps(metadata: Readonly<Record<string, string>>): HeadsDescription['taps'] {
  const value = field(metadata, 'taps');
  if (!Array.isArray(value)) throw new Error(`readHeadsFile: got taps = ${JSON.stringify(value)}, wanted a list`);
  return value.map((entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'tap' in entry && 'channels' in entry && 'levels' in entry) {
      const { tap, channels, levels } = entry;
      if (typeof tap === 'string' && typeof channels === 'number' && isNumberList(levels))
        return { tap, channels, levels };
    }
    throw new Error(`readHeadsFile: got a tap ${JSON.stringify(entry)}, wanted { tap, channels, levels }`);
  });
}

/** The metadata that `readHeadsFile` reads back. */
export function headsMetadata(heads: HeadsDescription): Record<string, string> {
  return Object.fromEntries(Object.entries(heads).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** @throws Error naming the first field of the metadata that does not fit. */
export function readHeadsFile(buffer: ArrayBuffer): HeadsFile {
  const weights = readSafetensors(buffer);
  const { metadata } = weights;
  const backbone = field(metadata, 'backbone');
  if (typeof backbone !== 'string')
    throw new Error(`readHeadsFile: got backbone = ${JSON.stringify(backbone)}, wanted a name`);
  return {
    weights,
    version: `heads#${fingerprint(buffer)}`,
    description: {
      backbone,
      categories: names(metadata, 'categories'),
      taps: taps(metadata),
      detectorClasses: classCount(metadata),
      hidden: wholeNumber(metadata, 'hidden'),
      groupWidth: wholeNumber(metadata, 'groupWidth'),
      semanticHidden: wholeNumber(metadata, 'semanticHidden'),
      bitsPerCategory: wholeNumber(metadata, 'bitsPerCategory'),
      maxProposals: wholeNumber(metadata, 'maxProposals'),
      poolTemperature: notNegative(metadata, 'poolTemperature'),
      // Files from before there was one have none.
      placement: 'placement' in metadata ? notNegative(metadata, 'placement') : 0,
    },
  };
}
