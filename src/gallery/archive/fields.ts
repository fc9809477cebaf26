/** The contents of a text block, not yet validated. */
export type Fields = Readonly<Record<string, unknown>>;

/** The file is not what it claims to be; the message says where, for a person. */
export class GalleryFileDamaged extends Error {
  override readonly name = 'GalleryFileDamaged';
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(where: string, name: string, value: unknown, wanted: string): GalleryFileDamaged {
  return new GalleryFileDamaged(
    `The index file is damaged: ${where} has ${name} ${JSON.stringify(value) ?? 'missing'}, wanted ${wanted}.`,
  );
}

/** @throws GalleryFileDamaged when the field is not a text. */
export function textField(fields: Fields, name: string, where: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw wrong(where, name, value, 'a text');
  return value;
}

/** @throws GalleryFileDamaged when the field is not a finite number of at least 0. */
export function numberField(fields: Fields, name: string, where: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw wrong(where, name, value, 'a number of at least 0');
  return value;
}

/**
 * Milliseconds since 1970; negative for a scan that was dated to when its photo was taken.
 * @throws GalleryFileDamaged when the field is not a finite number.
 */
export function timeField(fields: Fields, name: string, where: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(where, name, value, 'a time');
  return value;
}

/** @throws GalleryFileDamaged when the field is not a whole number of at least `least`. */
export function countField(fields: Fields, name: string, where: string, least = 0): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least)
    throw wrong(where, name, value, `a whole number of at least ${least}`);
  return value;
}

/** @throws GalleryFileDamaged when the field is not a list of such items. */
export function listField<T>(
  fields: Fields,
  name: string,
  where: string,
  item: (value: unknown, where: string) => T,
): T[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw wrong(where, name, value, 'a list');
  return value.map((one: unknown, n) => item(one, `${name} ${n + 1} of ${where}`));
}
