import { Button } from '../../shared/controls/Button.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { askInWords } from '../../shared/query/sentence.ts';
import { ASK_ALL, type Ask, narrows } from '../../shared/route/ask.ts';
import { withoutChip } from '../../shared/route/chipList.ts';
import type { GalleryBase } from '../../shared/route/route.ts';
import styles from './combine.module.css';

interface EmptiedProps {
  readonly base: GalleryBase;
  /** The chip without which there would be photos; null where no single one is to blame. */
  readonly emptiedBy: number | null;
  /** How many photos follow that may hold all of it. */
  readonly lessSure: number;
}

/** An empty answer stays empty; it says what emptied it, and offers to do without. */
export function Emptied({ base, emptiedBy, lessSure }: EmptiedProps) {
  const { router } = useFacet();
  const { ask } = base;
  const chip = emptiedBy === null ? undefined : ask.chips[emptiedBy];
  const others = { ...ask, chips: [] };
  const show = (next: Ask) => router.base({ ...base, ask: next });
  return (
    <div className={styles.emptied}>
      <Message title={say.combine.emptied} role="status">
        <p>{chip === undefined ? say.combine.noSingle : reason(chip.category, chip.role)}</p>
        <div className={styles.ways}>
          {chip !== undefined && emptiedBy !== null && (
            <Button
              label={say.combine.drop(
                chip.role === 'none' ? say.line.notCategory(chip.category) : say.category(chip.category),
              )}
              onClick={() => show({ ...ask, chips: withoutChip(ask.chips, emptiedBy) })}
            />
          )}
          {narrows(others) && (
            <Button label={say.combine.only(askInWords(others))} look="quiet" onClick={() => show(others)} />
          )}
          <Button label={say.common.showAllPhotos} look="quiet" onClick={() => show(ASK_ALL)} />
        </div>
        {lessSure > 0 && <p>{say.combine.below}</p>}
      </Message>
    </div>
  );
}

function reason(category: string, role: string): string {
  return role === 'none' ? say.combine.ifAllowed(category) : say.combine.without(category);
}
