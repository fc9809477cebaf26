import { seededRandom } from '../../base/seededRandom.ts';

/** What happens to files: on failing disks, in transfers that were cut, by programs that meant well. */
const KINDS = ['bits', 'bytes', 'zeros', 'cut', 'appended', 'doubled', 'lost', 'exchanged'] as const;
export type CorruptionKind = (typeof KINDS)[number];

export interface Corrupted {
  readonly kind: CorruptionKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The file with one thing wrong with it; the same seed does the same. */
export function corrupted(file: Uint8Array, seed: number): Corrupted {
  const random = seededRandom(seed);
  const kind = KINDS[seed % KINDS.length]!;
  const place = (): number => Math.floor(random() * file.length);
  const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number];
  const copy = Uint8Array.from(file);
  switch (kind) {
    case 'bits':
      for (let n = 0; n <= 8 * random(); n++) copy[place()]! ^= 1 << Math.floor(8 * random());
      return { kind, bytes: copy };
    case 'bytes':
      for (let at = from, end = Math.min(file.length, from + 64 * random()); at < end; at++) copy[at] = random() * 256;
      return { kind, bytes: copy };
    case 'zeros':
      return { kind, bytes: copy.fill(0, from, Math.min(file.length, from + 4096)) };
    case 'cut':
      return { kind, bytes: copy.slice(0, from) };
    case 'appended':
      return { kind, bytes: joined(copy, copy.subarray(from, Math.min(file.length, from + 500))) };
    case 'doubled':
      return { kind, bytes: joined(copy.subarray(0, to), copy.subarray(from)) };
    case 'lost':
      return { kind, bytes: joined(copy.subarray(0, from), copy.subarray(to)) };
    case 'exchanged': {
      const middle = Math.floor((from + to) / 2);
      return {
        kind,
        bytes: joined(
          copy.subarray(0, from),
          copy.subarray(middle, to),
          copy.subarray(from, middle),
          copy.subarray(to),
        ),
      };
    }
  }
}
