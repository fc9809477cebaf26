import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useId, useRef } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { useRovingTiles } from '../../shared/controls/useRovingTiles.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { counted, percent } from '../../shared/model/format.ts';
import { distanceText } from '../../shared/model/hitList.ts';
import { withArticle } from '../../shared/model/spokenName.ts';
import { HitTile } from '../../shared/photos/HitTile.tsx';
import styles from './CategoryShelf.module.css';
import type { ShelfRow } from './shelfRow.ts';

const TILE_WIDTH = 188;
const GAP = 14;
const TILE_HEIGHT = (TILE_WIDTH * 3) / 4 + 30;
/** How far one press of the buttons moves, in tiles. */
const PAGE = 4;

interface CategoryShelfProps {
  readonly shelf: ShelfRow;
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** One category's hits side by side. Arrow keys move along them. */
export function CategoryShelf({ shelf: { row, hits, shown }, limit, onLimit }: CategoryShelfProps) {
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const scroller = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const name = row.category;
  const category = categories.findIndex((one) => one.name === name);
  const virtual = useVirtualizer({
    horizontal: true,
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TILE_WIDTH + GAP,
    overscan: 4,
  });
  const scrollTo = useCallback((index: number) => virtual.scrollToIndex(index, { align: 'center' }), [virtual]);
  const roving = useRovingTiles(scroller, shown.length, Infinity, scrollTo);
  const onOpen = useCallback(
    (index: number) => {
      const hit = shown[index];
      if (hit !== undefined) router.open({ kind: 'match', id: hit.photo.id, category: name });
    },
    [shown, router, name],
  );
  const page = (direction: number) =>
    scroller.current?.scrollBy({ left: direction * PAGE * (TILE_WIDTH + GAP), behavior: 'smooth' });
  const nearest = hits[0]?.hit.distance;

  return (
    <section className={styles.shelf} aria-labelledby={headingId} data-hue style={categoryColour(category)}>
      <div className={styles.shelfHead}>
        <h2 id={headingId}>{name}</h2>
        <p className={styles.shelfFacts}>
          {percent(row.queryProbability)} in the query · {counted(shown.length, 'photo')}
          {shown.length < hits.length && ` of ${hits.length}`}
        </p>
        {shown.length > PAGE && (
          <div className={styles.shelfStep}>
            <Button
              label={`Previous ${name} photos`}
              icon="back"
              look="quiet"
              shape="icon"
              tabIndex={-1}
              onClick={() => page(-1)}
            />
            <Button
              label={`Next ${name} photos`}
              icon="next"
              look="quiet"
              shape="icon"
              tabIndex={-1}
              onClick={() => page(1)}
            />
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <p className={styles.shelfEmpty}>
          {nearest === undefined
            ? `There is no other photo with ${withArticle(name)}. `
            : `No ${name} within ${counted(limit, 'bit')}. The nearest is ${counted(nearest, 'bit')} away. `}
          {nearest !== undefined && (
            <Button label={`Show up to ${counted(nearest, 'bit')}`} onClick={() => onLimit(nearest)} />
          )}
        </p>
      ) : (
        <div ref={scroller} className={styles.shelfScroller}>
          <ul
            className={styles.shelfTrack}
            style={{ width: virtual.getTotalSize() - GAP, height: TILE_HEIGHT }}
            aria-labelledby={headingId}
          >
            {virtual.getVirtualItems().map((item) => {
              const hit = shown[item.index];
              return hit === undefined ? null : (
                <li
                  key={hit.photo.id}
                  className={styles.shelfCell}
                  style={{ width: TILE_WIDTH, transform: `translateX(${item.start}px)` }}
                  aria-setsize={shown.length}
                  aria-posinset={item.index + 1}
                >
                  <HitTile
                    photo={hit.photo}
                    index={item.index}
                    share={hit.hit.distance / row.bits}
                    distance={distanceText(hit.hit)}
                    spoken={`${hit.hit.distance} of ${row.bits} bits apart`}
                    probability={hit.hit.probability}
                    category={{ index: category, name }}
                    tabbable={item.index === roving.active}
                    onOpen={onOpen}
                    onKeyDown={roving.onKeyDown}
                  />
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}
