import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { MappedScroll } from '../../shared/controls/useMappedScroll.ts';
import { say } from '../../shared/language/say.ts';
import type { JustifiedRows } from '../../shared/model/justifiedRows.ts';
import type { PhotoSection } from '../../shared/model/photoSections.ts';
import styles from './Scrubber.module.css';
import { scrubberMarks } from './scrubberMarks.ts';
import { sectionTitle } from './sectionTitle.ts';
import { useMoving } from './useMoving.ts';

interface ScrubberProps {
  readonly rows: JustifiedRows;
  readonly sections: readonly PhotoSection[];
  readonly scroll: MappedScroll;
}

/** A list of less than so many heights of the window needs no way to leap through it. */
const LEAST_HEIGHTS = 3;

/** The years beside the grid: dragged, or by keys, it leads to any month. */
export function Scrubber({ rows, sections, scroll }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState(false);
  const moving = useMoving(scroll.list);
  const tops = useMemo(() => sections.map(({ start }) => rows.top(rows.rowOf(start) - 1)), [rows, sections]);
  const dated = useMemo(() => sections.filter(({ unit }) => unit !== 'lessSure'), [sections]);
  const marks = useMemo(() => scrubberMarks(dated, tops, rows.height, scroll.view), [dated, tops, rows, scroll.view]);
  if (dated.length < 2 || rows.height < LEAST_HEIGHTS * scroll.view) return null;

  const share = scroll.far === 0 ? 0 : Math.min(1, scroll.list / scroll.far);
  const at = Math.max(
    0,
    tops.findLastIndex((top) => top <= scroll.list + 1),
  );
  const title = sectionTitle(sections[at] ?? { start: 0, time: 0, unit: 'month' });

  const follow = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.height === 0) return;
    const y = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    scroll.scrollTo(y * scroll.far);
  };
  const onKey = (event: KeyboardEvent) => {
    const to = KEYS[event.key]?.(at, sections.length);
    if (to === undefined) return;
    event.preventDefault();
    scroll.scrollTo(tops[Math.min(sections.length - 1, Math.max(0, to))] ?? 0);
  };

  return (
    <div
      ref={track}
      className={styles.scrubber}
      role="slider"
      tabIndex={0}
      aria-label={say.gallery.time}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={sections.length - 1}
      aria-valuenow={at}
      aria-valuetext={title}
      {...(dragged ? { 'data-dragged': '' } : {})}
      {...(moving ? { 'data-moving': '' } : {})}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (dragged) follow(event);
      }}
      onPointerUp={() => setDragged(false)}
      onPointerCancel={() => setDragged(false)}
    >
      {marks.map(({ y, text }) => (
        <span key={text} className={styles.year} style={{ top: `${y * 100}%` }} aria-hidden="true">
          {text}
        </span>
      ))}
      <span className={styles.hand} style={{ top: `${share * 100}%` }} aria-hidden="true">
        <span className={styles.bubble}>{title}</span>
      </span>
    </div>
  );
}

/** Where a key leads from section `at` of `count`. */
const KEYS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  PageUp: (at) => at - 12,
  PageDown: (at) => at + 12,
  Home: () => 0,
  End: (_, count) => count - 1,
};
