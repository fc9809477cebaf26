import { plain } from '../../shared/language/plain.ts';
import { say } from '../../shared/language/say.ts';
import { synonymsOf } from '../../shared/query/vocabulary.ts';

/** Where a category is listed whose group is not known. */
export const OTHER_GROUP = 'other';

/** A category that some of the shown photos hold. */
export interface OfferedCategory {
  readonly name: string;
  readonly group: string;
  readonly index: number;
  /** Photos. */
  readonly count: number;
}

export interface OfferedGroup {
  readonly name: string;
  /** The most frequent first. */
  readonly categories: readonly OfferedCategory[];
}

/**
 * The categories that the words fit, by name, another word for it or group, in their groups: the group that most photos are of first, what
 * has no group last.
 * @param words as typed; all categories fit none
 */
export function categoryGroups(offered: readonly OfferedCategory[], words: string): OfferedGroup[] {
  const wanted = plain(words.trim());
  const fits = ({ name, group }: OfferedCategory) =>
    [say.category(name), say.group(group), ...synonymsOf(name)].some((word) => plain(word).includes(wanted));
  const groups = new Map<string, OfferedCategory[]>();
  for (const category of offered.filter(fits)) {
    const own = groups.get(category.group);
    if (own === undefined) groups.set(category.group, [category]);
    else own.push(category);
  }
  const photos = (categories: readonly OfferedCategory[]) => categories.reduce((sum, { count }) => sum + count, 0);
  return [...groups]
    .map(([name, categories]) => ({
      name,
      categories: categories.sort((a, b) => b.count - a.count || a.index - b.index),
    }))
    .sort(
      (a, b) =>
        Number(a.name === OTHER_GROUP) - Number(b.name === OTHER_GROUP) || photos(b.categories) - photos(a.categories),
    );
}
