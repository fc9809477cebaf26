/** Reading of JSON whose shape is not known yet: each field is checked where it is read, and a misfit is named. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws Error naming the source and the place of the mistake. */
export function parseJson(source: string, text: string): unknown {
  try {
    // Windows tools put a byte order mark before the text; JSON knows none.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Error(`${source}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
}

/** @param where names the value in messages, such as "annotations.json: entry 3" */
export function asObject(where: string, value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${where}: got ${shown(value)}, wanted an object`);
  return { ...value };
}

export function asArray(where: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${where}: got ${shown(value)}, wanted an array`);
  return value;
}

export function asStrings(where: string, value: unknown): readonly string[] {
  return asArray(where, value).map((item, i) => {
    if (typeof item !== 'string') throw new Error(`${where}[${i}]: got ${shown(item)}, wanted a string`);
    return item;
  });
}

export function stringField(where: string, object: JsonObject, name: string): string {
  const value = object[name];
  if (typeof value !== 'string' || value === '')
    throw new Error(`${where}: ${name} is ${shown(value)}, wanted a string`);
  return value;
}

export function numberField(where: string, object: JsonObject, name: string): number {
  const value = object[name];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`${where}: ${name} is ${shown(value)}, wanted a number`);
  return value;
}

/** A side of a picture. */
export function sideField(where: string, object: JsonObject, name: string): number {
  const value = numberField(where, object, name);
  if (value <= 0) throw new Error(`${where}: ${name} is ${value}, wanted a positive number`);
  return value;
}
