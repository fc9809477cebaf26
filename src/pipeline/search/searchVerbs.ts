import { transfer } from 'comlink';
import { NEVER } from '../api/errors.ts';
import type { Pipeline } from '../api/pipelineVerbs.ts';
import type { VerbsOf } from '../api/remoteCalls.ts';
import { buffersOfFound, buffersOfLikes } from './buffersOf.ts';
import type { DuplicateRecords, Duplicates } from './duplicates.ts';
import type { Search } from './search.ts';

/** What asks for photos and changes nothing. */
export type SearchVerbs = Pick<
  VerbsOf<Pipeline>,
  | 'find'
  | 'summaries'
  | 'numberOf'
  | 'facets'
  | 'searchLike'
  | 'winningRegions'
  | 'gateFigures'
  | 'collectionMap'
  | 'duplicates'
>;

export interface SearchVerbsParts {
  readonly search: Search;
  readonly duplicates: Duplicates;
  records(): Promise<DuplicateRecords>;
}

/** The searches as the page asks for them: long columns are handed over, not copied. */
export function searchVerbs({ search, duplicates, records }: SearchVerbsParts): SearchVerbs {
  return {
    async find(query, options) {
      const found = await search.find(query, options?.signal ?? NEVER);
      return transfer(found, buffersOfFound(found));
    },
    summaries: async (numbers) => search.summaries(numbers),
    numberOf: async (id) => search.numberOf(id),
    facets: async () => search.facets(),
    async searchLike(query, among, options) {
      const answer = await search.like(query, among ?? null, options?.signal ?? NEVER, options?.first);
      return transfer(answer, buffersOfLikes(answer));
    },
    winningRegions: (numbers, category) => search.winningRegions(numbers, category),
    gateFigures: async (category, sureness) => search.gateFigures(category, sureness),
    async collectionMap(options) {
      const map = await search.collectionMap(options?.signal ?? NEVER);
      return transfer(map, [map.numbers.buffer, map.cells.buffer, map.strongest.buffer]);
    },
    duplicates: () => duplicates.groups(records),
  };
}
