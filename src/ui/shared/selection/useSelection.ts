import { useCallback, useMemo, useRef, useState } from 'react';
import { NumberSet } from './numberSet.ts';
import { toggled } from './toggled.ts';

/** Which photos of a list are selected, and how that changes. */
export interface Selection {
  /** Those selected that the list shows, so that nothing is done to a photo unseen. */
  readonly selected: NumberSet;
  /** Photo `index` of the list; `range`: all from the one before to this one. */
  readonly toggle: (index: number, range: boolean) => void;
  /** Photos `start` to `end`, exclusive: all are selected, or none if all were. */
  readonly toggleSpan: (start: number, end: number) => void;
  /** These as well. */
  readonly add: (numbers: Uint32Array) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

/** @param list numbers of the photos that can be selected, in the order in which they are shown */
export function useSelection(list: Uint32Array): Selection {
  const [picked, pick] = useState(NumberSet.EMPTY);
  const anchor = useRef(0);
  const selected = useMemo(
    () => (picked.size === 0 ? picked : NumberSet.EMPTY.changed(picked.among(list), true)),
    [list, picked],
  );
  const toggle = useCallback(
    (index: number, range: boolean) => {
      pick(toggled(list, selected, index, range ? anchor.current : index));
      anchor.current = index;
    },
    [list, selected],
  );
  const toggleSpan = useCallback(
    (start: number, end: number) => {
      const span = list.subarray(start, end);
      pick(selected.changed(span, !span.every((number) => selected.has(number))));
    },
    [list, selected],
  );
  const add = useCallback((numbers: Uint32Array) => pick(selected.changed(numbers, true)), [selected]);
  const all = useCallback(() => pick(NumberSet.EMPTY.changed(list, true)), [list]);
  const clear = useCallback(() => pick(NumberSet.EMPTY), []);
  return useMemo(
    () => ({ selected, toggle, toggleSpan, add, all, clear }),
    [selected, toggle, toggleSpan, add, all, clear],
  );
}
