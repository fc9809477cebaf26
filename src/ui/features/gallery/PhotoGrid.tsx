import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Found } from '../../../pipeline/api/found.ts';
import { useElementWidth } from '../../shared/controls/useElementWidth.ts';
import { useMappedScroll } from '../../shared/controls/useMappedScroll.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import type { PhotoSection } from '../../shared/model/photoSections.ts';
import type { Selection } from '../../shared/selection/useSelection.ts';
import { GridRow } from './GridRow.tsx';
import styles from './PhotoGrid.module.css';
import { Scrubber } from './Scrubber.tsx';
import { SectionHeader } from './SectionHeader.tsx';
import { useGridActions } from './useGridActions.ts';
import { useKeptPlace } from './useKeptPlace.ts';
import { usePhotoRows } from './usePhotoRows.ts';

/** Above the first row and below the last one, CSS pixels. */
const ABOVE = 2;
const BELOW = 64;
/** Heights of what is in sight that are drawn above and below it; fewer while the list flies past. */
const AROUND = 0.9;
const AROUND_FAST = 0.25;
/** So many rows are drawn from one origin: high enough to be rare, and low enough for places in them to be exact. */
const BLOCK = 64;

interface PhotoGridProps {
  readonly found: Found;
  readonly sections: readonly PhotoSection[];
  /** Names this order and filter: each has its own scroll position to return to. */
  readonly place: string;
  readonly selection: Selection;
  /** Told when the list is scrolled away from its top, and when it is back. */
  readonly onAway: (away: boolean) => void;
}

/**
 * The photos in justified rows; only those in sight are in the document. One tab stop: arrows, Page Up and Down, Home and End move, Enter
 * opens, Space selects.
 */
export function PhotoGrid({ found, sections, place, selection, onAway }: PhotoGridProps) {
  const { scrolled } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const scroller = useRef<HTMLDivElement>(null);
  const { width, ref: measured } = useElementWidth();
  const rows = usePhotoRows(found.aspects, sections, width);
  const scroll = useMappedScroll(scroller, rows === null ? 0 : rows.height + ABOVE + BELOW);
  useKeptPlace({ rows, numbers: found.numbers, above: ABOVE, scroll, kept: scrolled, place });
  const [active, setActive] = useState(0);
  const current = Math.min(active, found.numbers.length - 1);
  const wantsFocus = useRef(false);

  const away = scroll.list > 40;
  useLayoutEffect(() => onAway(away), [onAway, away]);

  // A photo that the keys lead to may appear only after the scroll.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const tile = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (tile === null || tile === undefined) return;
    wantsFocus.current = false;
    tile.focus({ preventScroll: true });
  });

  const actions = useGridActions({
    rows,
    numbers: found.numbers,
    selection,
    view: scroll.view,
    goTo: (index) => {
      if (rows === null) return;
      setActive(index);
      wantsFocus.current = true;
      const row = rows.rowOf(index);
      const header = row > 0 && rows.isHeader(row - 1) ? row - 1 : row;
      const [top, bottom] = [rows.top(header) + ABOVE, rows.top(row) + rows.heightOf(row) + ABOVE];
      const list = scroll.now();
      if (index === 0) scroll.scrollTo(0);
      else if (index === found.numbers.length - 1) scroll.scrollTo(Number.MAX_SAFE_INTEGER);
      else if (top < list) scroll.scrollTo(top - ABOVE);
      else if (bottom > list + scroll.view) scroll.scrollTo(bottom - scroll.view + ABOVE);
    },
    setActive,
  });

  const around = (scroll.fast ? AROUND_FAST : AROUND) * scroll.view;
  const first = rows === null ? 0 : rows.rowAt(scroll.list - around - ABOVE);
  const last = rows === null || rows.count === 0 ? -1 : rows.rowAt(scroll.list + scroll.view + around - ABOVE);
  const shownRows = useMemo(() => Array.from({ length: last - first + 1 }, (_, i) => first + i), [first, last]);
  const sectionOfRow = useMemo(() => new Map(sections.map((section) => [section.start, section])), [sections]);
  // Places are counted from a row that seldom changes, so that rows which stay in sight are not drawn again.
  const origin = rows === null ? 0 : rows.top(first - (first % BLOCK));

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        tabIndex={-1}
        {...(selection.selected.size > 0 ? { 'data-selecting': '' } : {})}
      >
        <div
          ref={measured}
          role="grid"
          data-skip-to
          aria-label={say.gallery.photos}
          aria-rowcount={rows?.count ?? 0}
          aria-multiselectable="true"
          className={styles.grid}
          style={{ height: scroll.boxHeight }}
        >
          {rows !== null && scroll.view > 0 && (
            <div role="presentation" className={styles.window} style={{ top: origin + ABOVE + scroll.shift }}>
              {shownRows.map((row) => {
                const offset = rows.top(row) - origin;
                if (!rows.isHeader(row)) {
                  return (
                    <GridRow
                      key={rows.start(row)}
                      rows={rows}
                      row={row}
                      offset={offset}
                      numbers={found.numbers}
                      categories={categories}
                      selected={selection.selected}
                      tabbable={current >= rows.start(row) && current < rows.end(row) ? current : -1}
                      actions={actions}
                    />
                  );
                }
                const section = sectionOfRow.get(rows.start(row));
                if (section === undefined) return null;
                return (
                  <SectionHeader
                    key={`header ${section.start}`}
                    section={section}
                    row={row}
                    offset={offset}
                    onSelect={() => {
                      const next = sections[sections.indexOf(section) + 1];
                      selection.toggleSpan(section.start, next?.start ?? found.numbers.length);
                    }}
                  />
                );
              })}
            </div>
          )}
        </div>
      </div>
      {rows !== null && <Scrubber rows={rows} sections={sections} scroll={scroll} />}
    </div>
  );
}
