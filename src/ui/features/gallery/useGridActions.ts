import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { keyTarget } from '../../shared/controls/keyTarget.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import type { JustifiedRows } from '../../shared/model/justifiedRows.ts';
import { searchRoute } from '../../shared/route/route.ts';
import type { Selection } from '../../shared/selection/useSelection.ts';

interface GridParts {
  readonly rows: JustifiedRows | null;
  readonly numbers: Uint32Array;
  readonly selection: Selection;
  readonly view: number;
  /** Brings photo `index` into sight and gives it the focus. */
  readonly goTo: (index: number) => void;
  readonly setActive: (index: number) => void;
}

/** What can be done with a tile; the same object for as long as the grid is there, so that no tile is rendered for it. */
export interface GridActions {
  readonly open: (index: number, id: string, event: MouseEvent) => void;
  readonly toggle: (index: number, range: boolean) => void;
  readonly similar: (id: string) => void;
  readonly key: (index: number, event: KeyboardEvent) => void;
}

export function useGridActions(parts: GridParts): GridActions {
  const { router } = useFacet();
  const latest = useRef(parts);
  useLayoutEffect(() => {
    latest.current = parts;
  });
  return useMemo(() => {
    const toggle = (index: number, range: boolean) => {
      latest.current.setActive(index);
      latest.current.selection.toggle(index, range);
    };
    return {
      toggle,
      open: (index, id, event) => {
        const { selection, setActive } = latest.current;
        setActive(index);
        if (selection.selected.size > 0 || event.shiftKey || event.ctrlKey || event.metaKey) {
          toggle(index, event.shiftKey);
        } else router.open({ kind: 'photo', id });
      },
      similar: (id) => router.go(searchRoute({ kind: 'photo', id })),
      key: (index, event) => {
        const { rows, numbers, selection, view, goTo } = latest.current;
        if (rows === null || event.altKey) return;
        const target = pageTarget(event.key, index, rows, view) ?? arrowTarget(event, index, numbers.length, rows);
        if (target !== null) goTo(target);
        else if (event.key === ' ') selection.toggle(index, event.shiftKey);
        else return;
        event.preventDefault();
      },
    };
  }, [router]);
}

function arrowTarget(event: KeyboardEvent, index: number, count: number, rows: JustifiedRows): number | null {
  return keyTarget(event.key, index, count, (step) => rows.neighbour(index, step));
}

/** The photo about as far away as can be seen at once. */
function pageTarget(key: string, index: number, rows: JustifiedRows, view: number): number | null {
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const row = rows.rowOf(index);
  const step = Math.max(rows.layout.rowHeight, view - rows.layout.rowHeight) * (key === 'PageUp' ? -1 : 1);
  return rows.nearestIn(rows.rowAt(rows.top(row) + step), index);
}
