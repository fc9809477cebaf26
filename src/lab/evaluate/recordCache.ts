import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { PIXELS_VERSION } from '../../terminal/pictures/decodePhoto.ts';
import { contentKey } from '../data/contentKey.ts';
import type { PhotoRecord } from './photoRecord.ts';

/** Goes up with the fields of `PhotoRecord`. */
const RECORD_VERSION = 3;

/**
 * Analyses on disk, one file a photo, named by the versions of network and decoder and the photo's bytes: another network or another
 * photo is another name, so nothing stale is ever read. A file appears whole or not at all, so a run may be cut anywhere.
 */
export interface RecordCache {
  read(photo: Uint8Array): PhotoRecord | null;
  write(photo: Uint8Array, record: PhotoRecord): void;
}

export function openRecordCache(folder: string, networkVersion: string): RecordCache {
  mkdirSync(folder, { recursive: true });
  const text = `${networkVersion} pixels ${PIXELS_VERSION} record ${RECORD_VERSION}`;
  const version = contentKey(new TextEncoder().encode(text)).slice(0, 12);
  const nameOf = (photo: Uint8Array) => join(folder, `${version}-${contentKey(photo)}.bin`);
  return {
    read(photo) {
      let bytes: Buffer;
      try {
        bytes = readFileSync(nameOf(photo));
      } catch {
        return null;
      }
      // Written by this program alone, under a name that holds the version; a damaged file is analysed again.
      try {
        return deserialize(bytes) as PhotoRecord;
      } catch {
        return null;
      }
    },
    write(photo, record) {
      const name = nameOf(photo);
      const part = `${name}.${process.pid}.part`;
      writeFileSync(part, serialize(record));
      renameSync(part, name);
    },
  };
}
