import { blobOf } from './records/storedBlob.ts';
import type { SegmentRecord, StoredSegmentRow } from './schema.ts';

/** Empty where there is none of that key. */
export async function segmentRecord(
  store: { get(key: number): Promise<StoredSegmentRow | undefined> },
  key: number,
): Promise<SegmentRecord[]> {
  const row = await store.get(key);
  if (!row) return [];
  const { columns, analyses, thumbnails } = row;
  const blobs = {
    columns: blobOf(columns),
    analyses: analyses && blobOf(analyses),
    thumbnails: thumbnails && blobOf(thumbnails),
  };
  return [{ ...row, ...blobs, key }];
}
