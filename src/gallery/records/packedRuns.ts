/** Equal bytes in a row that are worth a run of their own: a run costs two bytes, and one more where it cuts literal bytes in two. */
const SHORTEST_RUN = 4;

/** Grows as the longest that is packed does; what is given away is a copy. */
let room = new Uint8Array(4096);

/** @returns where the next byte goes */
function putCount(into: Uint8Array, at: number, count: number): number {
  let left = count;
  for (; left > 127; left >>>= 7) into[at++] = (left & 127) | 128;
  into[at++] = left;
  return at;
}

/**
 * Bytes of which many in a row are equal, in fewer. It is a sequence of runs and of literal bytes, each with its length before it (7 bits a
 * byte, the lowest first, the highest bit set where more follow): 2n + 1 and one byte for n equal ones, 2n and n bytes for n of all kinds.
 */
export function packedRuns(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // A byte costs two at most, between runs.
  if (room.length < bytes.length * 2 + 8) room = new Uint8Array(bytes.length * 2 + 8);
  const packed = room;
  let [length, literalsFrom] = [0, 0];
  const literals = (to: number): void => {
    if (to === literalsFrom) return;
    length = putCount(packed, length, (to - literalsFrom) * 2);
    for (let i = literalsFrom; i < to; i++) packed[length++] = bytes[i]!;
  };
  for (let at = 0; at < bytes.length; ) {
    let end = at + 1;
    while (end < bytes.length && bytes[end] === bytes[at]) end++;
    if (end - at >= SHORTEST_RUN) {
      literals(at);
      length = putCount(packed, length, (end - at) * 2 + 1);
      packed[length++] = bytes[at]!;
      literalsFrom = end;
    }
    at = end;
  }
  literals(bytes.length);
  return packed.slice(0, length);
}

/** The inverse of `packedRuns`. Null where what is packed does not come to `length` bytes exactly. */
export function unpackedRuns(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(length);
  const whole = walkRuns(packed, length, (run, from, many, to) => {
    if (run) bytes.fill(packed[from]!, to, to + many);
    else bytes.set(packed.subarray(from, from + many), to);
  });
  return whole ? bytes : null;
}

/** Whether `unpackedRuns` gives bytes; without unpacking them. */
export function areRuns(packed: Uint8Array, length: number): boolean {
  return walkRuns(packed, length, () => {});
}

/** @param take hears whether `many` bytes from `to` on are all the packed byte at `from`, or those from there on @returns whether they are `length` in all */
function walkRuns(
  packed: Uint8Array,
  length: number,
  take: (run: boolean, from: number, many: number, to: number) => void,
): boolean {
  let to = 0;
  for (let at = 0; at < packed.length; ) {
    let count = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++];
      if (byte === undefined || shift > 28) return false;
      count += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    const [run, many] = [count % 2 === 1, Math.floor(count / 2)];
    const from = at;
    at += run ? 1 : many;
    if (many === 0 || at > packed.length || to + many > length) return false;
    take(run, from, many, to);
    to += many;
  }
  return to === length;
}
