import { useCallback, useId, useRef } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { useElementWidth } from '../../shared/controls/useElementWidth.ts';
import { useRovingTiles } from '../../shared/controls/useRovingTiles.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import type { HitGroup } from '../../shared/model/answerLists.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { percent } from '../../shared/model/format.ts';
import { nearestDistance } from '../../shared/model/hitList.ts';
import { columnsFor, HIT_GAP } from '../../shared/photos/HitGrid.tsx';
import { HitTile } from '../../shared/photos/HitTile.tsx';
import type { HitSetting } from '../../shared/photos/hitSetting.ts';
import { type SearchBase, TOGETHER } from '../../shared/route/route.ts';
import type { Selection } from '../../shared/selection/useSelection.ts';
import styles from './GroupShelf.module.css';
import { hitFacts } from './hitFacts.ts';
import { useHitActions } from './useHitActions.ts';

const LINES = 2;

interface GroupShelfProps {
  readonly base: SearchBase;
  readonly group: HitGroup;
  readonly setting: HitSetting;
  readonly selection: Selection;
  /** The photos of all groups, which the selection is of. */
  readonly list: Uint32Array;
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** The first two lines of a group. Arrow keys move among its tiles. */
export function GroupShelf({ base, group, setting, selection, list, limit, onLimit }: GroupShelfProps) {
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const tiles = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const { width, ref: measured } = useElementWidth();
  const columns = columnsFor(width);
  const { name, numbers, hits, queryProbability } = group;
  const shown = width === 0 ? numbers.subarray(0, 0) : numbers.subarray(0, columns * LINES);
  const roving = useRovingTiles(tiles, shown.length, columns, () => {});
  const { open, example } = useHitActions(base);
  const { selected, toggle } = selection;
  const toggleNumber = useCallback(
    (number: number, range: boolean) => toggle(list.indexOf(number), range),
    [list, toggle],
  );
  const title = name === TOGETHER ? say.search.together : say.category(name ?? '');
  const category = categories.findIndex((one) => one.name === group.categories[0]);
  const hue = name === TOGETHER ? {} : { 'data-hue': '', style: categoryColour(category) };

  return (
    <section className={styles.shelf} aria-labelledby={headingId} {...hue}>
      <div className={styles.head}>
        <h2 id={headingId}>{title}</h2>
        <p className={styles.facts}>
          {queryProbability === null ? say.search.and(group.categories) : say.search.inQuery(percent(queryProbability))}{' '}
          · {say.counts.photos(numbers.length)}
          {numbers.length < hits.numbers.length && say.search.ofMore(hits.numbers.length)}
        </p>
        {numbers.length > shown.length && shown.length > 0 && (
          <Button
            label={say.search.all(numbers.length)}
            look="quiet"
            aria-label={say.search.allOf(numbers.length, title)}
            onClick={() => router.base({ ...base, group: name })}
          />
        )}
      </div>
      {numbers.length === 0 && <EmptyGroup group={group} limit={limit} onLimit={onLimit} />}
      <div ref={measured}>
        <div
          ref={tiles}
          className={styles.tiles}
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gap: HIT_GAP }}
        >
          {Array.from(shown, (number, index) => (
            <HitTile
              key={number}
              number={number}
              index={index}
              facts={hitFacts(group, index)}
              setting={setting}
              tabbable={index === roving.active}
              selected={selected.has(number)}
              onOpen={(_, event) => {
                roving.setActive(index);
                if (selected.size > 0 || event.shiftKey) toggleNumber(number, event.shiftKey);
                else open(number, name);
              }}
              onToggle={(_, range) => toggleNumber(number, range)}
              onMore={() => example(number, 'more')}
              onLess={() => example(number, 'less')}
              onKeyDown={roving.onKeyDown}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

interface EmptyGroupProps {
  readonly group: HitGroup;
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** An empty group stays empty; it says what is nearest. */
function EmptyGroup({ group: { name, hits, bits, categories }, limit, onLimit }: EmptyGroupProps) {
  const nearest = nearestDistance(hits);
  if (nearest === null) {
    const none =
      name === TOGETHER ? say.search.noOtherWithAll(say.search.and(categories)) : say.search.noOtherWith(name ?? '');
    return <p className={styles.empty}>{none}</p>;
  }
  if (name === TOGETHER) return <p className={styles.empty}>{say.search.noneAsAlike(nearest, bits)}</p>;
  return (
    <p className={styles.empty}>
      {say.search.noneWithin(name ?? '', limit, nearest)}{' '}
      <Button label={say.search.showUpTo(nearest)} onClick={() => onLimit(nearest)} />
    </p>
  );
}
