import { ASK_ALL, type Ask } from '../route/ask.ts';
import type { AskChip } from '../route/askChip.ts';
import { withChip } from '../route/chipList.ts';
import { type Base, GALLERY } from '../route/route.ts';
import type { Router } from '../route/router.ts';

/**
 * Puts objects of different photos together in one question to the gallery. The question stands in the address, so Back takes back one step
 * of it; what was last put together is remembered while another view is open.
 */
export class CombineTray {
  readonly #router: Pick<Router, 'getSnapshot' | 'subscribe' | 'base'>;
  #last: Ask = ASK_ALL;

  constructor(router: Pick<Router, 'getSnapshot' | 'subscribe' | 'base'>) {
    this.#router = router;
    this.#remember(router.getSnapshot().base);
    router.subscribe(() => this.#remember(router.getSnapshot().base));
  }

  get chips(): readonly AskChip[] {
    return this.#last.chips;
  }

  /** Asks the gallery for what was last put together and this. */
  add(chip: AskChip): void {
    this.#router.base({ ...GALLERY, ask: { ...this.#last, chips: withChip(this.#last.chips, chip) } });
  }

  #remember(base: Base): void {
    if (base.view === 'gallery') this.#last = base.ask;
  }
}
