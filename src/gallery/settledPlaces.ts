import type { GalleryStore } from './galleryStore.ts';
import type { Place } from './photoPlaces.ts';
import { ID_BYTES, idOfBytes } from './records/photoId.ts';
import type { MarkRow } from './schema.ts';
import { NOTHING_SAID, type SaidInSegment, saidInSegment } from './segments/saidInSegment.ts';
import { PICTURED, type SegmentFacts } from './segments/segmentFormat.ts';

/** A photo of which the file says something, and where it lies here. */
interface Said {
  readonly at: number;
  readonly id: string;
  readonly here: Place;
  readonly words: SaidInSegment;
}

/**
 * Of the photos at these places, those that an import would change nothing about: they are here in the same version, with a picture if the
 * file has one, and all that the file says of them besides is known here, too.
 */
export async function settledPlaces(
  store: GalleryStore,
  { ids, flags, text }: SegmentFacts,
  places: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const { shelf } = store;
  await shelf.ready();
  const inFile = saidInSegment(text);
  const settled = new Set<number>();
  const said: Said[] = [];
  for (const at of places) {
    const id = idOfBytes(ids, at * ID_BYTES);
    const here = shelf.place(id);
    const about = here && shelf.about(here);
    if (here === null || about?.version !== text.version || (about.flags & PICTURED) < (flags[at]! & PICTURED))
      continue;
    const words = inFile.get(at);
    if (words === undefined) settled.add(at);
    else said.push({ at, id, here, words });
  }
  for (const at of await knownPlaces(store, said)) settled.add(at);
  return settled;
}

/** Places of those of which everything that is said is known. */
async function knownPlaces(store: GalleryStore, said: readonly Said[]): Promise<number[]> {
  if (said.length === 0) return [];
  const inSegments = new Map<number, Map<number, SaidInSegment> | null>();
  for (const segment of new Set(said.map(({ here }) => here.segment)))
    inSegments.set(segment, await store.shelf.said(segment));
  const [marks, paths] = await store.run(async (database) => {
    const transaction = database.transaction(['marks', 'files']);
    const files = transaction.objectStore('files');
    return Promise.all([
      Promise.all(said.map(({ id }) => transaction.objectStore('marks').get(id))),
      Promise.all(said.map(({ words }) => Promise.all(words.paths.map((path) => files.getKey(path))))),
    ]);
  });
  return said
    .filter(({ here, words }, n) => {
      const inSegment = inSegments.get(here.segment);
      if (!inSegment || paths[n]!.includes(undefined)) return false;
      return isKnown(words, standing(inSegment.get(here.at) ?? NOTHING_SAID, marks[n]));
    })
    .map(({ at }) => at);
}

/** A person's later words stand above those in the segment. */
function standing(inSegment: SaidInSegment, mark: MarkRow | undefined): Omit<SaidInSegment, 'paths'> {
  if (mark === undefined) return inSegment;
  return {
    corrections: mark.corrections,
    recoded: mark.recoded !== undefined,
    favourite: mark.favourite === true,
  };
}

function isKnown({ corrections, recoded, favourite }: SaidInSegment, here: Omit<SaidInSegment, 'paths'>): boolean {
  return (
    Object.keys(corrections).every((name) => here.corrections[name] !== undefined) &&
    (here.recoded || !recoded) &&
    (here.favourite || !favourite)
  );
}
