import { DATABASE_NAME } from '../../src/gallery/schema.ts';
import type { BrowserPage } from './browserPage.ts';

/** What Facet stored of a photo, read past the app. C categories, the detected ones among them. */
export interface StoredPhoto {
  /** SHA-256 of the file, so the same in every browser. */
  readonly id: string;
  readonly name: string;
  /** Words of the semantic codes by their length in bits. */
  readonly semanticCodes: Readonly<Record<string, readonly number[]>>;
  readonly categoryCodes: readonly number[];
  readonly appearance: readonly number[];
  /** // (C · 2,) */
  readonly regionAppearance: readonly number[];
  /** // (C,), 0..1 */
  readonly probabilities: readonly number[];
  /** Box of each category's winner. // (C, 4), shares of the photo */
  readonly winnerBoxes: readonly (readonly number[])[];
}

export function storedPhotos(page: BrowserPage): Promise<StoredPhoto[]> {
  return page.evaluate(readDatabase, DATABASE_NAME);
}

/** Self-contained: runs in the page. */
async function readDatabase(name: string): Promise<StoredPhoto[]> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answer(indexedDB.open(name));
  try {
    const stores = database.transaction(['photos', 'analyses']);
    const [photos, analyses] = await Promise.all([
      answer(stores.objectStore('photos').getAll()),
      answer(stores.objectStore('analyses').getAll()),
    ]);
    const byId = new Map(analyses.map((analysis) => [analysis.id, analysis]));
    return photos.map(({ id, name, semanticCodes, categoryCodes, appearance, regionAppearance, probabilities }) => {
      const { boxes, winners } = byId.get(id);
      return {
        id,
        name,
        semanticCodes: Object.fromEntries(
          Object.entries(semanticCodes).map(([bits, words]) => [bits, [...(words as Uint32Array)]]),
        ),
        categoryCodes: [...categoryCodes],
        appearance: [...appearance],
        regionAppearance: [...regionAppearance],
        // JSON has no NaN, which must not pass for a probability on the other side.
        probabilities: [...probabilities].map((value: number) => (Number.isNaN(value) ? 2 : value)),
        winnerBoxes: [...winners].map((winner: number) => [...boxes.slice(winner * 4, winner * 4 + 4)]),
      };
    });
  } finally {
    database.close();
  }
}
