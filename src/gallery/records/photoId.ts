/** Bytes of a photo's id: a SHA-256. */
export const ID_BYTES = 32;

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}

/**
 * @param id 64 hexadecimal digits, lower case
 * @param to // (32 or more,), written from `at` on
 * @throws RangeError when it is no id.
 */
export function bytesOfId(id: string, to = new Uint8Array(ID_BYTES), at = 0): Uint8Array {
  let wrong = id.length === ID_BYTES * 2 ? 0 : -1;
  for (let i = 0; i < ID_BYTES; i++) {
    const [high, low] = [digit(id.charCodeAt(2 * i)), digit(id.charCodeAt(2 * i + 1))];
    wrong |= high | low;
    to[at + i] = (high << 4) | low;
  }
  if (wrong < 0)
    throw new RangeError(`bytesOfId: got the id ${JSON.stringify(id)}, wanted a SHA-256 of 64 hexadecimal digits`);
  return to;
}

/** 64 hexadecimal digits. */
export function idOfBytes(bytes: Uint8Array, at = 0): string {
  let id = '';
  for (let i = at; i < at + ID_BYTES; i++) id += PAIRS[bytes[i]!];
  return id;
}

export function isPhotoId(id: string): boolean {
  return /^[0-9a-f]{64}$/.test(id);
}
