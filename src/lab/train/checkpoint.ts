import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readSafetensors, type WeightsFile, writeSafetensors } from '../../base/weights/safetensors.ts';

/** Written beside and moved into place, so that a run cut off while writing leaves the earlier checkpoint whole. */
export function writeCheckpoint(path: string, file: WeightsFile): void {
  writeFileSync(`${path}.part`, new Uint8Array(writeSafetensors(file, 'F32')));
  renameSync(`${path}.part`, path);
}

/** null where there is none. */
export function readCheckpoint(path: string): WeightsFile | null {
  return existsSync(path) ? readSafetensors(new Uint8Array(readFileSync(path)).buffer) : null;
}
