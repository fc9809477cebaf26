import type { TravellingPhoto } from '../../../gallery/travellingPhoto.ts';
import type { OpenGallery } from './openGallery.ts';

/** Photos that are handed to the page together. */
const TOGETHER = 1000;

type Kind = 'ArrayBuffer' | 'Uint8Array' | 'Uint32Array' | 'Int32Array' | 'Float32Array';

/** Stands in a text for an array whose bytes lie beside it. */
interface Pooled {
  readonly array: Kind;
  readonly at: number;
  readonly bytes: number;
}

/** Rows with their arrays, for another realm. */
interface PooledRows {
  /** JSON with a `Pooled` for each array. */
  readonly text: string;
  readonly pool: Uint8Array;
}

function pooledRows(rows: object): PooledRows {
  const parts: Uint8Array[] = [];
  let end = 0;
  const text = JSON.stringify(rows, (_key, value: unknown) => {
    const array = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
    if (!ArrayBuffer.isView(array)) return value;
    const kind = value instanceof ArrayBuffer ? 'ArrayBuffer' : array.constructor.name;
    const at = end;
    parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    end += array.byteLength;
    return { array: kind, at, bytes: array.byteLength };
  });
  return { text, pool: new Uint8Array(Buffer.concat(parts)) };
}

/** The rows that a gallery of before there were segments kept of a photo, by store. */
function rowsOf({ photo, analysis, thumbnail, files }: TravellingPhoto): Record<string, readonly object[]> {
  const { takenAt: _, takenOffset: __, camera: ___, place: ____, ...known } = photo;
  return {
    photos: [known],
    analyses: [analysis],
    thumbnails: thumbnail === null ? [] : [thumbnail],
    files: [{ path: photo.path, size: photo.size, lastModified: photo.lastModified, id: photo.id }, ...files],
  };
}

/** Runs in the page: it has to be whole in itself. */
async function putRows({ text, pool }: PooledRows): Promise<void> {
  const kinds = { Uint8Array, Uint32Array, Int32Array, Float32Array };
  const isPooled = (value: unknown): value is Pooled =>
    typeof value === 'object' && value !== null && 'array' in value && 'at' in value;
  const rows: Record<string, object[]>[] = JSON.parse(text, (_key, value: unknown) => {
    if (!isPooled(value)) return value;
    const bytes = pool.slice(value.at, value.at + value.bytes).buffer;
    return value.array === 'ArrayBuffer' ? bytes : new kinds[value.array](bytes);
  });
  const request = indexedDB.open('facet');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['photos', 'analyses', 'thumbnails', 'files'], 'readwrite');
  for (const row of rows)
    for (const [store, ones] of Object.entries(row)) for (const one of ones) transaction.objectStore(store).put(one);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/**
 * Lays photos into the database of a page of before there were segments, since its import takes a tenth of a second a photo. It knows of
 * them once it is opened again.
 */
export async function storeRows({ page }: OpenGallery, photos: Iterable<TravellingPhoto>): Promise<void> {
  let some: object[] = [];
  let done = 0;
  const put = async (): Promise<void> => {
    await page.evaluate(putRows, pooledRows(some));
    done += some.length;
    some = [];
    process.stderr.write(`\r  ${done} photos stored`);
  };
  for (const photo of photos) {
    some.push(rowsOf(photo));
    if (some.length === TOGETHER) await put();
  }
  if (some.length > 0) await put();
  process.stderr.write('\n');
}
