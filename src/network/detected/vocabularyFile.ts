import { fingerprint } from '../../base/weights/fingerprint.ts';

/** A category that the detection head tells by itself: no layer of ours was trained for it. */
export interface DetectedCategory {
  readonly name: string;
  /** The head's class. // 0..classes − 1 */
  readonly class: number;
  /** On the calibrated probability, 0..1. */
  readonly gate: number;
}

export interface VocabularyGroup {
  readonly name: string;
  /** Names of trained and of detected categories; a name that the network does not know is passed over. */
  readonly categories: readonly string[];
}

/** `vocabulary.json`, which `npm run others` writes: what the detection head tells by itself, and the groups that all categories stand in. */
export interface Vocabulary {
  /** The backbone whose detection head it was measured with. */
  readonly backbone: string;
  /** Classes of that head. */
  readonly classes: number;
  /** τ of `classPresence`. */
  readonly temperature: number;
  /** p = sigmoid(slope·s + offset), one line for all classes. */
  readonly line: { readonly slope: number; readonly offset: number };
  readonly detected: readonly DetectedCategory[];
  readonly groups: readonly VocabularyGroup[];
}

export interface VocabularyFile {
  readonly vocabulary: Vocabulary;
  /** A fingerprint of the file's bytes. */
  readonly version: string;
}

function wrong(got: unknown, wanted: string): Error {
  return new Error(`readVocabularyFile: got ${JSON.stringify(got) ?? 'nothing'}, wanted ${wanted}`);
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(value, what);
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(value, what);
  return value;
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw wrong(value, what);
  return value;
}

function within(value: unknown, least: number, most: number, what: string): number {
  if (typeof value !== 'number' || !(value >= least && value <= most)) throw wrong(value, what);
  return value;
}

function whole(value: unknown, least: number, most: number, what: string): number {
  const number = within(value, least, most, what);
  if (!Number.isInteger(number)) throw wrong(value, what);
  return number;
}

/** @throws Error naming the first part that does not fit, or a category that stands there twice. */
export function readVocabularyFile(buffer: ArrayBuffer): VocabularyFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(buffer));
  } catch {
    throw wrong(new TextDecoder().decode(buffer.slice(0, 40)), 'JSON');
  }
  const file = record(parsed, 'an object');
  const classes = whole(file['classes'], 1, 10_000, 'classes from 1');
  const line = record(file['line'], 'a line of slope and offset');
  const detected = list(file['detected'], 'a list of detected categories').map((entry): DetectedCategory => {
    const one = record(entry, 'a category of name, class and gate');
    return {
      name: text(one['name'], 'a category’s name'),
      class: whole(one['class'], 0, classes - 1, `a class below ${classes}`),
      gate: within(one['gate'], 0, 1, 'a gate from 0 to 1'),
    };
  });
  const twice = detected.find(({ name }, i) => detected.findIndex((other) => other.name === name) !== i);
  if (twice !== undefined) throw wrong(twice.name, 'each category once');
  return {
    version: `vocabulary#${fingerprint(buffer)}`,
    vocabulary: {
      backbone: text(file['backbone'], 'a backbone’s name'),
      classes,
      temperature: within(file['temperature'], 1e-3, 100, 'a temperature above 0'),
      line: {
        slope: within(line['slope'], 1e-3, 1000, 'a slope above 0'),
        offset: within(line['offset'], -1000, 1000, 'an offset'),
      },
      detected,
      groups: list(file['groups'], 'a list of groups').map((entry): VocabularyGroup => {
        const group = record(entry, 'a group of name and categories');
        return {
          name: text(group['name'], 'a group’s name'),
          categories: list(group['categories'], 'a group’s categories').map((name) => text(name, 'a category’s name')),
        };
      }),
    },
  };
}
