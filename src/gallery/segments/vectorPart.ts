import type { VectorRow } from '../records/vectorRow.ts';
import { ColumnTaker, joinedColumns } from './columnBytes.ts';
import { NO_PART, type Part } from './packedParts.ts';
import { SegmentDamaged } from './segmentHead.ts';

/** A photo's vectors as a part: n and K (u32 each); boxes // (n, 4) u8; vectors // (n, K) i8. Each is padded to a multiple of 8 bytes. Their version is its type. */
export function vectorPart(row: VectorRow | null): Part {
  if (row === null) return NO_PART;
  const n = row.boxes.length / 4;
  const vectors = new Uint8Array(row.vectors.buffer, row.vectors.byteOffset, row.vectors.length);
  const bytes = joinedColumns([Uint32Array.of(n, n === 0 ? 0 : row.vectors.length / n), row.boxes, vectors]);
  return { type: row.version, bytes };
}

/** The inverse, with its own memory; null where there is none. @throws SegmentDamaged */
export function vectorsOfPart(id: string, { type, bytes }: Part): VectorRow | null {
  if (bytes.length === 0) return null;
  const take = new ColumnTaker(bytes);
  const [n = 0, dimensions = 0] = take.uint32(2);
  const boxes = take.uint8(n * 4).slice();
  const vectors = new Int8Array(take.uint8(n * dimensions).slice().buffer);
  take.end('the vectors');
  if (n === 0 || dimensions === 0) throw new SegmentDamaged(`vectors of ${n} regions with ${dimensions} numbers`);
  return { id, version: type, boxes, vectors };
}
