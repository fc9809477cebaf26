import type { KeyboardEvent } from 'react';
import type { MapPlace } from '../../shared/route/mapPlace.ts';
import type { Selection } from '../../shared/selection/useSelection.ts';
import { middleOf, showing, type ViewSize, zoomedAt } from './camera.ts';
import type { MapModel } from './mapModel.ts';

const STEP = 1.5;
const ARROWS: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface KeyedMap {
  readonly model: MapModel;
  readonly size: ViewSize;
  readonly current: () => MapPlace;
  /** Null shows all of the map. */
  readonly move: (place: MapPlace | null) => void;
  /** The photo that keys act on. */
  readonly focused: number | null;
  readonly onFocused: (n: number) => void;
  readonly onOpen: (n: number | null) => void;
  readonly selection: Selection;
  readonly drawing: boolean;
  readonly onDrawing: (on: boolean) => void;
}

/** All of the map by keys: from photo to photo, open, select, zoom, draw. What keys act on stays in sight. */
export function useMapKeys({
  model,
  size,
  current,
  move,
  focused,
  onFocused,
  onOpen,
  selection,
  drawing,
  onDrawing,
}: KeyedMap): (event: KeyboardEvent) => void {
  const focusOn = (n: number | null) => {
    if (n === null) return;
    onFocused(n);
    move(showing(current(), size, { x: model.x(n), y: model.y(n) }));
  };
  const zoom = (factor: number) => {
    const zoomed = zoomedAt(current(), factor, size, middleOf(size));
    move(focused === null ? zoomed : showing(zoomed, size, { x: model.x(focused), y: model.y(focused) }));
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = focused ?? model.nearest(current().x, current().y);
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) focusOn(focused === null || here === null ? here : model.next(here, ...arrow));
    else if ((event.key === 'PageDown' || event.key === 'PageUp') && here !== null)
      focusOn(focused === null ? here : model.following(here, event.key === 'PageDown' ? 1 : -1));
    else if (event.key === 'Enter') onOpen(here);
    else if (event.key === ' ') {
      if (here !== null) {
        onFocused(here);
        selection.toggle(here, event.shiftKey);
      }
    } else if (event.key === '+' || event.key === '=') zoom(STEP);
    else if (event.key === '-') zoom(1 / STEP);
    else if (event.key === '0') move(null);
    else if (event.key === 'l' || event.key === 'L') onDrawing(!drawing);
    else return;
    event.preventDefault();
  };
}
