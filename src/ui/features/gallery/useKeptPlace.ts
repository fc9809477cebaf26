import { useLayoutEffect, useRef } from 'react';
import type { MappedScroll } from '../../shared/controls/useMappedScroll.ts';
import type { JustifiedRows } from '../../shared/model/justifiedRows.ts';

interface KeptPlace {
  readonly rows: JustifiedRows | null;
  readonly numbers: Uint32Array;
  /** Above the first row, CSS pixels. */
  readonly above: number;
  readonly scroll: MappedScroll;
  /** Where each list was left, CSS pixels. */
  readonly kept: Map<string, number>;
  readonly place: string;
}

interface Anchor {
  readonly rows: JustifiedRows;
  readonly number: number;
  /** Of the photo's row below the top of what is in sight; CSS pixels, negative where it is cut off. */
  readonly below: number;
}

/**
 * A list that is opened again is where it was left. When photos come, go, or are laid out anew, the first one in sight stays where it is;
 * at the very top the top stays in sight.
 */
export function useKeptPlace({ rows, numbers, above, scroll, kept, place }: KeptPlace): void {
  const anchor = useRef<Anchor | null>(null);
  const { list, scrollTo, now, view } = scroll;

  // As soon as there is something to scroll.
  const opened = rows !== null && view > 0;
  useLayoutEffect(() => {
    if (opened) scrollTo(kept.get(place) ?? 0);
  }, [opened, kept, place, scrollTo]);

  useLayoutEffect(() => {
    const before = anchor.current;
    if (rows === null || before === null || before.rows === rows || now() < 1) return;
    const index = numbers.indexOf(before.number);
    if (index >= 0) scrollTo(rows.top(rows.rowOf(index)) + above - before.below);
  }, [rows, numbers, above, scrollTo, now]);

  useLayoutEffect(() => {
    if (rows === null || !opened) return;
    kept.set(place, list);
    const row = rows.rowAt(list - above);
    const photoRow = rows.isHeader(row) ? row + 1 : row;
    const number = numbers[rows.start(photoRow)];
    anchor.current = number === undefined ? null : { rows, number, below: rows.top(photoRow) + above - list };
  }, [rows, numbers, above, list, opened, kept, place]);
}
