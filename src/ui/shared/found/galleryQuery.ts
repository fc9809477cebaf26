import type { GalleryQuery, QueryChip } from '../../../pipeline/api/galleryQuery.ts';
import type { PhotoQuery } from '../../../pipeline/api/pipeline.ts';
import { spokenName } from '../model/spokenName.ts';
import type { Ask } from '../route/ask.ts';
import type { AskChip } from '../route/askChip.ts';
import { spanTimes } from '../route/days.ts';
import type { SearchSubject } from '../route/searchSubject.ts';

/**
 * What an address asks for, as the pipeline wants it.
 * @param categories the pipeline's own, by the names that the heads have for them
 * @param subject turns what an address can hold into a query; throws where that is lost
 * @throws Error, for a person, when no category is called what a chip says: the address is of another model; what `subject` throws
 */
export function galleryQuery(
  ask: Ask,
  categories: readonly { readonly name: string }[],
  subject: (of: SearchSubject) => PhotoQuery,
): GalleryQuery {
  const known = (spoken: string): string => {
    const category = categories.find(({ name }) => spokenName(name) === spoken)?.name;
    if (category === undefined) throw new Error(`Facet knows no category called “${spoken}”.`);
    return category;
  };
  const chip = ({ category, role, like }: AskChip): QueryChip => {
    if (like === null || role === 'none') return { category: known(category), role };
    const of = subject(like.of);
    return {
      category: known(category),
      role,
      like: like.region === null ? of : { kind: 'region', of, region: like.region },
    };
  };
  const surenessOf = Object.entries(ask.surenessOf).map(([category, sureness]) => [known(category), sureness] as const);
  return {
    chips: ask.chips.map(chip),
    words: ask.words,
    ...(ask.folder !== null && { folder: ask.folder }),
    ...(ask.camera !== null && { camera: ask.camera }),
    ...(ask.taken !== null && { taken: spanTimes(ask.taken) }),
    ...(ask.unrecognised && { unrecognised: true }),
    ...(ask.favourites && { favourites: true }),
    ...(ask.album !== null && { album: ask.album }),
    ...(ask.sureness !== 0 && { sureness: ask.sureness }),
    ...(surenessOf.length > 0 && { surenessOf: Object.fromEntries(surenessOf) }),
    order: ask.order,
  };
}
