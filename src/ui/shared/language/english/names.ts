/** Categories and their groups have English names; these are their ids, too. */
export const names = {
  /** A category as it is shown. */
  category: (id: string) => id,
  /** A group of categories as it is shown. */
  group: (id: string) => id,
};

/** 'a bicycle', 'an aeroplane'. */
export function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}
