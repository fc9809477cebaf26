import { wordsForBits } from '../../codes/packedCodes.ts';
import type { GalleryQuery, QueryChip } from '../api/galleryQuery.ts';
import type { PhotoId } from '../api/pipeline.ts';
import { categoryIndex, type Vocabulary } from '../library/galleryRows.ts';
import type { BoundChip } from './chipExpression.ts';
import { movedGates } from './gates.ts';
import type { QueryDetails } from './queryDetails.ts';
import { foldedWords, folderPrefix, type ResolvedQuery } from './resolvedQuery.ts';

/** Where names and objects of a query are looked up. */
export interface QuerySources {
  readonly details: QueryDetails;
  /** The album's photos; none where there is no such album. */
  album(name: string): Promise<ReadonlySet<PhotoId>>;
}

/** The query with its names looked up and its objects analysed. @throws as `GalleryVerbs.find` */
export async function resolveQuery(
  query: GalleryQuery,
  vocabulary: Vocabulary,
  sources: QuerySources,
  signal: AbortSignal,
): Promise<ResolvedQuery> {
  const { words, folder, camera, taken, unrecognised, favourites, album, order } = query;
  // First what can be wrong, then what takes time.
  const gates = movedGates(vocabulary.categories, query);
  const bound = async (chip: QueryChip): Promise<BoundChip> => {
    const category = categoryIndex(vocabulary.categories, chip.category);
    if (chip.like === undefined) return { category, role: chip.role, piece: null };
    const { analysis } = await sources.details.of(chip.like, vocabulary, signal);
    return { category, role: chip.role, piece: pieceOf(analysis.categoryCodes, category, vocabulary.bitsPerCategory) };
  };
  return {
    chips: await Promise.all(query.chips.map(bound)),
    gates,
    words: foldedWords(words),
    folder: folderPrefix(folder),
    album: album === undefined ? null : await sources.album(album),
    bitsPerCategory: vocabulary.bitsPerCategory,
    order,
    ...(camera !== undefined && { camera }),
    ...(taken && { taken }),
    ...(unrecognised && { unrecognised }),
    ...(favourites && { favourites }),
  };
}

/** Piece c of a photo's category codes, shared, not copied. // (wordsPerPiece,) */
function pieceOf(categoryCodes: Uint32Array, category: number, bitsPerCategory: number): Uint32Array {
  const words = wordsForBits(bitsPerCategory);
  return categoryCodes.subarray(category * words, (category + 1) * words);
}
