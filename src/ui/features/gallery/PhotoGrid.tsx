import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PhotoId, PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import { keyTarget } from '../../shared/controls/keyTarget.ts';
import { useElementWidth } from '../../shared/controls/useElementWidth.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { justifiedRows, neighbourRow, rowOf } from '../../shared/model/justifiedRows.ts';
import { searchRoute } from '../../shared/route/route.ts';
import styles from './PhotoGrid.module.css';
import { PhotoTile } from './PhotoTile.tsx';
import { toggled } from './selection.ts';

const GAP = 8;
/** Narrow screens get lower rows, so that at least two photos fit side by side. */
const rowHeightFor = (width: number) => (width < 640 ? 132 : width < 1100 ? 190 : 220);

interface PhotoGridProps {
  readonly photos: readonly PhotoSummary[];
  /** Names this order and filter: each has its own scroll position to return to. */
  readonly place: string;
  readonly selected: ReadonlySet<PhotoId>;
  readonly onSelect: (selected: ReadonlySet<PhotoId>) => void;
}

/**
 * The photos in justified rows; only those in sight are in the document. One tab stop: arrows, Home and End move, Enter
 * opens, Space selects.
 */
export function PhotoGrid({ photos, place, selected, onSelect }: PhotoGridProps) {
  const { router, scrolled } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const outdated = useSnapshot((snapshot) => snapshot.outdated);
  const scroller = useRef<HTMLDivElement>(null);
  const { width, ref: measured } = useElementWidth();
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const anchor = useRef(0);
  const outdatedIds = useMemo(() => new Set(outdated), [outdated]);

  const rows = useMemo(
    () =>
      width === 0
        ? []
        : justifiedRows(
            photos.map((photo) => photo.width / photo.height),
            { width, rowHeight: rowHeightFor(width), gap: GAP },
          ),
    [photos, width],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.height ?? 0) + GAP,
    overscan: 3,
  });
  // Row heights are known, not estimated; they change with the width and with the photos.
  useLayoutEffect(() => {
    if (rows.length > 0) virtual.measure();
  }, [virtual, rows]);

  // Back to where the grid was left, as soon as it is tall enough to scroll.
  const laidOut = rows.length > 0;
  useLayoutEffect(() => {
    if (laidOut && scroller.current !== null) scroller.current.scrollTop = scrolled.get(place) ?? 0;
  }, [laidOut, scrolled, place]);

  // A photo that the arrows lead to may appear only after the scroll.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const tile = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (tile === null || tile === undefined) return;
    wantsFocus.current = false;
    tile.focus({ preventScroll: true });
  });

  const current = Math.min(active, photos.length - 1);

  const toggle = useCallback(
    (index: number, range: boolean) => {
      onSelect(
        toggled(
          photos.map((photo) => photo.id),
          selected,
          index,
          range ? anchor.current : index,
        ),
      );
      anchor.current = index;
    },
    [photos, selected, onSelect],
  );
  const onOpen = useCallback(
    (index: number, event: MouseEvent) => {
      const photo = photos[index];
      if (photo === undefined) return;
      setActive(index);
      if (selected.size > 0 || event.shiftKey) toggle(index, event.shiftKey);
      else router.open({ kind: 'photo', id: photo.id });
    },
    [photos, selected, toggle, router],
  );
  const onToggle = useCallback((index: number, event: MouseEvent) => toggle(index, event.shiftKey), [toggle]);
  const onSimilar = useCallback(
    (index: number) => {
      const photo = photos[index];
      if (photo !== undefined) router.go(searchRoute({ kind: 'photo', id: photo.id }));
    },
    [photos, router],
  );
  const onKey = useCallback(
    (index: number, event: KeyboardEvent) => {
      const target = keyTarget(event.key, index, photos.length, (step) => neighbourRow(rows, index, step, GAP));
      if (target !== null) {
        setActive(target);
        wantsFocus.current = true;
        virtual.scrollToIndex(rowOf(rows, target), { align: 'auto' });
      } else if (event.key === ' ') toggle(index, event.shiftKey);
      else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set());
      else return;
      event.preventDefault();
    },
    [photos, rows, virtual, toggle, selected, onSelect],
  );

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      {...(selected.size > 0 ? { 'data-selecting': '' } : {})}
      onScroll={(event) => scrolled.set(place, event.currentTarget.scrollTop)}
    >
      <div
        ref={measured}
        role="grid"
        data-skip-to
        aria-label="Photos"
        aria-rowcount={rows.length}
        aria-multiselectable="true"
        className={styles.grid}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus belongs to the buttons in the cells (APG, grid pattern)
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 1}
              className={styles.row}
              style={{ height: row.height, gap: GAP, transform: `translateY(${item.start}px)` }}
            >
              {photos.slice(row.start, row.end).map((photo, offset) => (
                <PhotoTile
                  key={photo.id}
                  photo={photo}
                  index={row.start + offset}
                  width={row.widths[offset] ?? 0}
                  categories={categories}
                  selected={selected.has(photo.id)}
                  outdated={outdatedIds.has(photo.id)}
                  tabbable={row.start + offset === current}
                  onOpen={onOpen}
                  onToggle={onToggle}
                  onSimilar={onSimilar}
                  onKey={onKey}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
