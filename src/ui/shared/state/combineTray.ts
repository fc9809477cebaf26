import type { CategoryChip, PhotoQuery, Region } from '../../../pipeline/api/pipeline.ts';
import type { SearchSubject } from './route.ts';
import { Store } from './store.ts';

/** An object of a photo that a chip is bound to. */
export interface TrayObject {
  readonly of: SearchSubject;
  readonly region: Region | null;
}

/** One line of a combined search: a category, whether it must be there, and perhaps the object it should look like. */
export interface TrayChip {
  readonly key: number;
  readonly category: number;
  readonly role: CategoryChip['role'];
  readonly like: TrayObject | null;
}

/** The combined search that a person puts together from objects of different photos. Lives as long as the page. */
export class CombineTray {
  readonly chips = new Store<readonly TrayChip[]>([]);
  #next = 1;

  add(chip: Omit<TrayChip, 'key'>): void {
    this.chips.set([...this.chips.getSnapshot(), { key: this.#next++, ...chip }]);
  }

  change(key: number, change: Partial<Pick<TrayChip, 'category' | 'role'>>): void {
    this.chips.set(this.chips.getSnapshot().map((chip) => (chip.key === key ? { ...chip, ...change } : chip)));
  }

  remove(key: number): void {
    this.chips.set(this.chips.getSnapshot().filter((chip) => chip.key !== key));
  }

  readonly clear = (): void => this.chips.set([]);
}

/** A chip as the pipeline wants it. `categories` are the pipeline's own, whose names it knows; `subject` turns what an address can hold into a query. A `none` chip is never bound. */
export function chipOf(
  { category: index, role, like }: TrayChip,
  categories: readonly { readonly name: string }[],
  subject: (of: SearchSubject) => PhotoQuery,
): CategoryChip {
  const category = categories[index]?.name ?? '';
  if (like === null || role === 'none') return { category, role };
  const of = subject(like.of);
  return { category, role, like: like.region === null ? of : { kind: 'region', of, region: like.region } };
}
