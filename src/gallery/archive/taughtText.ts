import type { TaughtPhoto, TaughtRow } from '../records/taughtRow.ts';
import { type Fields, GalleryFileDamaged, isFields, listField, numberField, textField, timeField } from './fields.ts';

/** What a person taught as an index file has it: numbers as JSON has them, vectors as their bytes in base 64. */
export function taughtText(rows: readonly TaughtRow[]): object {
  return {
    categories: rows.map(({ weights, examples, counterExamples, ...row }) => ({
      ...row,
      weights: [...weights],
      examples: examples.map(photoText),
      counterExamples: counterExamples.map(photoText),
    })),
  };
}

function photoText({ id, vectors }: TaughtPhoto): object {
  const bytes = new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.length);
  return { id, vectors: btoa(String.fromCharCode(...bytes)) };
}

function photoOf(value: unknown, where: string): TaughtPhoto {
  const fields = isFields(value) ? value : {};
  const written = textField(fields, 'vectors', where);
  try {
    return {
      id: textField(fields, 'id', where),
      vectors: Int8Array.from(atob(written), (character) => character.charCodeAt(0)),
    };
  } catch (cause) {
    if (cause instanceof GalleryFileDamaged) throw cause;
    throw new GalleryFileDamaged(`The index file is damaged: ${where} has vectors that are not base 64.`, { cause });
  }
}

function weightOf(value: unknown, where: string): number {
  return timeField({ weight: value }, 'weight', where);
}

/** @throws GalleryFileDamaged when something of it cannot be. */
export function taughtOfText(text: Fields): TaughtRow[] {
  return listField(text, 'categories', 'what was taught', (value, where) => {
    const fields = isFields(value) ? value : {};
    const row = {
      key: textField(fields, 'key', where),
      name: textField(fields, 'name', where),
      taughtAt: numberField(fields, 'taughtAt', where),
      vectors: textField(fields, 'vectors', where),
      weights: Float32Array.from(listField(fields, 'weights', where, weightOf)),
      bias: timeField(fields, 'bias', where),
      slope: numberField(fields, 'slope', where),
      offset: timeField(fields, 'offset', where),
      gate: numberField(fields, 'gate', where),
      examples: listField(fields, 'examples', where, photoOf),
      counterExamples: listField(fields, 'counterExamples', where, photoOf),
    };
    const stray = [...row.examples, ...row.counterExamples].find(
      ({ vectors }) => vectors.length % row.weights.length !== 0,
    );
    if (row.weights.length === 0 || stray !== undefined)
      throw new GalleryFileDamaged(`The index file is damaged: ${where} has vectors of another length.`);
    return row;
  });
}
