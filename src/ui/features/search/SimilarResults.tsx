import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { useElementWidth } from '../../shared/controls/useElementWidth.ts';
import { useRovingTiles } from '../../shared/controls/useRovingTiles.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { distanceText, mostShared, type PhotoHit } from '../../shared/model/hitList.ts';
import { HitTile } from '../../shared/photos/HitTile.tsx';
import { HoldsNone } from './HoldsNone.tsx';
import { NoMatch } from './NoMatch.tsx';
import styles from './Results.module.css';
import { panelId, tabId } from './ResultTabs.tsx';

const GAP = 16;
const CAPTION = 28;
const columnsFor = (width: number) => Math.max(2, Math.floor((width + GAP) / (width < 640 ? 150 : 212)));

interface SimilarResultsProps {
  readonly answer: SearchAnswer;
  readonly hits: readonly PhotoHit[];
  readonly shown: readonly PhotoHit[];
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** The query's own picture, edited at most, then all photos within the limit, ranked by the semantic code, or by looks where it says nothing. */
export function SimilarResults({ answer, hits, shown, limit, onLimit }: SimilarResultsProps) {
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  // Where the query holds no category, what a hit shares with it is nothing to speak of.
  const knows = answer.similarBy === 'semantic';
  const panel = useRef<HTMLDivElement>(null);
  const { width, ref: measured } = useElementWidth();
  const columns = columnsFor(width);
  const tileWidth = (width - GAP * (columns - 1)) / columns;
  const rowHeight = (tileWidth * 3) / 4 + CAPTION + GAP;
  const virtual = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(shown.length / columns),
    getScrollElement: () => panel.current,
    estimateSize: () => rowHeight,
    overscan: 3,
  });
  useLayoutEffect(() => {
    if (rowHeight > 0) virtual.measure();
  }, [virtual, rowHeight]);
  const scrollTo = useCallback(
    (index: number) => virtual.scrollToIndex(Math.floor(index / columns)),
    [virtual, columns],
  );
  const roving = useRovingTiles(panel, shown.length, columns, scrollTo);
  const onOpen = useCallback(
    (index: number) => {
      const hit = shown[index];
      if (hit !== undefined) router.open({ kind: 'match', id: hit.photo.id, category: null });
    },
    [shown, router],
  );

  return (
    <div
      ref={panel}
      id={panelId('similar')}
      role="tabpanel"
      aria-labelledby={tabId('similar')}
      className={styles.panel}
    >
      {!knows && (
        <HoldsNone answer={answer}>
          <p>So the photos below are ordered by what they look like, whatever is in them.</p>
        </HoldsNone>
      )}
      {shown.length === 0 && <NoMatch nearest={hits[0]?.hit.distance ?? null} limit={limit} onLimit={onLimit} />}
      <div ref={measured} className={styles.grid} style={{ height: shown.length === 0 ? 0 : virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => (
          <div
            key={row.key}
            className={styles.gridRow}
            style={{
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              gap: GAP,
              transform: `translateY(${row.start}px)`,
            }}
          >
            {shown.slice(row.index * columns, (row.index + 1) * columns).map((hit, offset) => {
              const index = row.index * columns + offset;
              const shared = mostShared(answer.query.analysis.probabilities, hit.photo.probabilities, categories);
              const category = shared === null ? undefined : categories[shared];
              return (
                <HitTile
                  key={hit.photo.id}
                  photo={hit.photo}
                  index={index}
                  share={hit.hit.distance / answer.similarBits}
                  distance={distanceText(hit.hit)}
                  spoken={`${hit.hit.distance} of ${answer.similarBits} bits apart`}
                  probability={hit.hit.probability}
                  category={
                    knows && shared !== null && category !== undefined ? { index: shared, name: category.name } : null
                  }
                  tabbable={index === roving.active}
                  onOpen={onOpen}
                  onKeyDown={roving.onKeyDown}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
