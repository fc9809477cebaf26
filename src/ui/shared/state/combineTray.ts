import type { CategoryChip, PhotoQuery } from '../../../pipeline/api/pipeline.ts';
import { spokenName } from '../model/spokenName.ts';
import type { CombineChip } from '../route/combineChip.ts';
import type { Router } from '../route/router.ts';
import type { SearchSubject } from '../route/searchSubject.ts';

/**
 * The combined search that a person puts together from objects of different photos. It stands in the address, so Back
 * takes back one step of it; what was last put together is remembered while another view is open.
 */
export class CombineTray {
  readonly #router: Pick<Router, 'getSnapshot' | 'subscribe' | 'base'>;
  #last: readonly CombineChip[] = [];

  constructor(router: Pick<Router, 'getSnapshot' | 'subscribe' | 'base'>) {
    this.#router = router;
    this.#remember();
    router.subscribe(() => this.#remember());
  }

  get chips(): readonly CombineChip[] {
    return this.#last;
  }

  /** Shows the combined search as it was left. */
  readonly open = (): void => this.#show(this.#last);

  add(chip: CombineChip): void {
    this.#show([...this.#last, chip]);
  }

  change(index: number, change: Partial<Pick<CombineChip, 'category' | 'role'>>): void {
    this.#show(this.#last.map((chip, at) => (at === index ? { ...chip, ...change } : chip)));
  }

  remove(index: number): void {
    this.#show(this.#last.filter((_, at) => at !== index));
  }

  readonly clear = (): void => this.#show([]);

  #show(chips: readonly CombineChip[]): void {
    this.#router.base({ view: 'combine', chips });
  }

  #remember(): void {
    const { base } = this.#router.getSnapshot();
    if (base.view === 'combine') this.#last = base.chips;
  }
}

/**
 * A chip as the pipeline wants it; `subject` turns what an address can hold into a query. A `none` chip is never bound.
 * @param categories the pipeline's own, by the names that the heads have for them
 * @throws Error when no category is called what the chip says: the address is of another model.
 */
export function chipOf(
  { category: spoken, role, like }: CombineChip,
  categories: readonly { readonly name: string }[],
  subject: (of: SearchSubject) => PhotoQuery,
): CategoryChip {
  const category = categories.find(({ name }) => spokenName(name) === spoken)?.name;
  if (category === undefined) throw new Error(`Facet knows no category called “${spoken}”.`);
  if (like === null || role === 'none') return { category, role };
  const of = subject(like.of);
  return { category, role, like: like.region === null ? of : { kind: 'region', of, region: like.region } };
}
