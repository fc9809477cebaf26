import { SegmentDamaged } from './segments/segmentHead.ts';

/** Whether what is stored cannot be read back: its bytes are others than were written, or the browser has lost the file that they were in. */
function isDamage(error: unknown): boolean {
  return (
    error instanceof SegmentDamaged ||
    (error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'NotReadableError'))
  );
}

/** Null where what is stored is damaged. @throws whatever else `read` throws */
export async function unlessDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}
