import { type MouseEvent, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useElementHeight } from '../controls/useElementHeight.ts';
import { useElementWidth } from '../controls/useElementWidth.ts';
import { useMappedScroll } from '../controls/useMappedScroll.ts';
import { useRovingTiles } from '../controls/useRovingTiles.ts';
import { useFacet } from '../facet/FacetProvider.tsx';
import { HitRows } from '../model/hitRows.ts';
import type { Selection } from '../selection/useSelection.ts';
import styles from './HitGrid.module.css';
import { HitTile } from './HitTile.tsx';
import type { HitFacts, HitSetting, LikeAction } from './hitSetting.ts';

export const HIT_GAP = 16;
const CAPTION = 28;
const HEADING = 58;
/** Above what stands above the hits, and below the last row, CSS pixels. */
const ABOVE = 2;
const BELOW = 48;
/** Heights of what is in sight that are drawn above and below it; fewer while the list flies past. */
const AROUND = 0.6;
const AROUND_FAST = 0.25;

/** How many tiles stand side by side in a width of CSS pixels. */
export function columnsFor(width: number): number {
  return Math.max(2, Math.floor((width + HIT_GAP) / (width < 640 ? 150 : 212)));
}

interface HitGridProps {
  readonly numbers: Uint32Array;
  /** From here on hits are less sure; the number of hits where all are sure. */
  readonly sure: number;
  /** What stands above the less sure hits. */
  readonly lessSure?: ReactNode;
  readonly factsOf: (index: number) => HitFacts;
  readonly setting: HitSetting;
  readonly selection: Selection;
  /** Names the answer: each has its own scroll position to return to. */
  readonly place: string;
  readonly onOpen: (index: number) => void;
  readonly onMore: (index: number) => void;
  readonly onLess?: (index: number) => void;
  readonly onLike?: LikeAction | undefined;
  /** Attributes of the scrolling panel. */
  readonly panel?: { readonly id: string; readonly role: 'tabpanel'; readonly 'aria-labelledby': string };
  /** What stands above the hits and scrolls with them. */
  readonly children?: ReactNode;
}

/** Hits in rows; only those in sight are in the document. One tab stop: arrows, Home and End move, Enter opens, Space selects. */
export function HitGrid({
  numbers,
  sure,
  lessSure,
  factsOf,
  setting,
  selection,
  place,
  onOpen,
  onMore,
  onLess,
  onLike,
  panel,
  children,
}: HitGridProps) {
  const { scrolled } = useFacet();
  const scroller = useRef<HTMLDivElement>(null);
  const { width, ref: measured } = useElementWidth();
  const { height: headHeight, ref: head } = useElementHeight();
  const columns = columnsFor(width);
  const rowHeight = ((width - HIT_GAP * (columns - 1)) / columns) * 0.75 + CAPTION + HIT_GAP;
  const rows = useMemo(
    () => new HitRows({ count: width === 0 ? 0 : numbers.length, sure, columns, rowHeight, headingHeight: HEADING }),
    [width, numbers.length, sure, columns, rowHeight],
  );
  const above = ABOVE + (headHeight ?? 0);
  const scroll = useMappedScroll(scroller, headHeight === null ? 0 : above + rows.height + BELOW);
  const { list, view, scrollTo, now } = scroll;

  // Back to where the answer was left, as soon as it is tall enough to scroll.
  const laidOut = view > 0 && headHeight !== null && rows.count > 0;
  useLayoutEffect(() => {
    if (laidOut) scrollTo(scrolled.get(place) ?? 0);
  }, [laidOut, scrolled, place, scrollTo]);
  useLayoutEffect(() => {
    if (laidOut) scrolled.set(place, list);
  }, [laidOut, scrolled, place, list]);

  const show = useCallback(
    (index: number) => {
      const row = rows.rowOf(index);
      const [top, bottom] = [above + rows.top(row), above + rows.top(row) + rows.heightOf(row)];
      if (index === 0) scrollTo(0);
      else if (index === numbers.length - 1) scrollTo(Number.MAX_SAFE_INTEGER);
      else if (top < now()) scrollTo(top - ABOVE);
      else if (bottom > now() + view) scrollTo(bottom - view + ABOVE);
    },
    [rows, above, numbers.length, view, scrollTo, now],
  );
  const roving = useRovingTiles(scroller, numbers.length, columns, show);
  const { setActive, onKeyDown } = roving;
  const { selected, toggle } = selection;
  const open = useCallback(
    (index: number, event: MouseEvent) => {
      setActive(index);
      if (selected.size > 0 || event.shiftKey) toggle(index, event.shiftKey);
      else onOpen(index);
    },
    [setActive, selected, toggle, onOpen],
  );
  const around = (scroll.fast ? AROUND_FAST : AROUND) * view;
  const first = rows.rowAt(list - around - above);
  const last = view === 0 || rows.count === 0 ? -1 : rows.rowAt(list + view + around - above);
  const gridHeight = scroll.boxHeight - above - BELOW;
  return (
    <div ref={scroller} {...panel} data-skip-to className={styles.panel}>
      <div ref={head} className={styles.head} style={{ top: scroll.shift }}>
        {children}
      </div>
      <div ref={measured} className={styles.grid} style={{ height: Math.max(0, gridHeight) }}>
        {Array.from({ length: last - first + 1 }, (_, i) => {
          const row = first + i;
          const { start, end } = rows.hitsOf(row);
          const transform = `translateY(${rows.top(row) + scroll.shift}px)`;
          if (row === rows.heading) {
            return (
              <div key="heading" className={styles.heading} style={{ transform }}>
                {lessSure}
              </div>
            );
          }
          return (
            <div
              key={start}
              className={styles.row}
              style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gap: HIT_GAP, transform }}
            >
              {Array.from(numbers.subarray(start, end), (number, offset) => {
                const index = start + offset;
                return (
                  <HitTile
                    key={number}
                    number={number}
                    index={index}
                    facts={factsOf(index)}
                    setting={setting}
                    tabbable={index === roving.active}
                    selected={selected.has(number)}
                    onOpen={open}
                    onToggle={toggle}
                    onMore={onMore}
                    onLess={onLess}
                    onLike={onLike}
                    onKeyDown={onKeyDown}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
