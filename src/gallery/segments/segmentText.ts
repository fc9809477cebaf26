import type { SegmentText } from './segmentFormat.ts';
import { SegmentDamaged } from './segmentHead.ts';

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isWords(value: unknown): value is Record<string, 'present' | 'absent'> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((verdict) => verdict === 'present' || verdict === 'absent');
}

function isFlips(value: unknown): value is number[] {
  return Array.isArray(value) && value.length % 2 === 0 && value.every((word) => isPlace(word) && word < 2 ** 32);
}

type Tests<T extends readonly unknown[]> = { readonly [I in keyof T]: (value: unknown) => value is T[I] };

/** A tuple whose items pass these tests. */
function isTuple<T extends readonly unknown[]>(tests: Tests<T>): (value: unknown) => value is T {
  return (value): value is T =>
    Array.isArray(value) && value.length === tests.length && value.every((item, i) => tests[i]!(item));
}

function list<T>(fields: object, name: keyof SegmentText, is: (value: unknown) => value is T): T[] {
  const value: unknown = Reflect.get(fields, name);
  if (!Array.isArray(value) || !value.every(is))
    throw new SegmentDamaged(`a segment's text has ${name} that are not what they should be`);
  return value;
}

/** @param written JSON @throws SegmentDamaged */
export function segmentText(written: string): SegmentText {
  let fields: unknown;
  try {
    fields = JSON.parse(written);
  } catch (cause) {
    throw new SegmentDamaged("a segment's text is not JSON", { cause });
  }
  if (typeof fields !== 'object' || fields === null || !('version' in fields) || !isText(fields.version))
    throw new SegmentDamaged("a segment's text has no version");
  return {
    version: fields.version,
    names: list(fields, 'names', isText),
    folders: list(fields, 'folders', isText),
    cameras: list(fields, 'cameras', isText),
    paths: list(fields, 'paths', isTuple<[number, string]>([isPlace, isText])),
    places: list(fields, 'places', isTuple<[number, number, number]>([isPlace, isNumber, isNumber])),
    corrections: list(
      fields,
      'corrections',
      isTuple<[number, Record<string, 'present' | 'absent'>]>([isPlace, isWords]),
    ),
    recoded: 'recoded' in fields ? list(fields, 'recoded', isTuple<[number, number[]]>([isPlace, isFlips])) : [],
    favourites: list(fields, 'favourites', isPlace),
    files: list(fields, 'files', isTuple<[number, string, number, number]>([isPlace, isText, isNumber, isNumber])),
  };
}
