import { type PointerEvent, useRef, useState } from 'react';
import type { MapPlace } from '../../shared/route/mapPlace.ts';
import { panned, type ViewSize, zoomedAt } from './camera.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface MapPointerOptions {
  /** What is in sight by the last step, drawn or not. */
  readonly place: () => MapPlace;
  readonly size: ViewSize;
  /** A drag draws around photos instead of moving the map; so does one with Shift. */
  readonly drawing: boolean;
  readonly onMove: (place: MapPlace) => void;
  /** A press without a drag. */
  readonly onTap: (at: Point) => void;
  readonly onLasso: (line: readonly Point[]) => void;
}

/** A finger is never quite still, CSS pixels. */
const STILL = 6;
/** Between two points of a drawn line, CSS pixels. */
const LASSO_STEP = 4;

/** One pointer moves the map or draws around photos, two zoom it. */
export function useMapPointer({ place, size, drawing, onMove, onTap, onLasso }: MapPointerOptions) {
  const pointers = useRef(new Map<number, Point>());
  const pressed = useRef<{ readonly at: Point; dragged: boolean; readonly lasso: boolean } | null>(null);
  const [lasso, setLasso] = useState<readonly Point[]>([]);
  /** As far as it is drawn; the page shows it a little later. */
  const line = useRef<readonly Point[]>([]);
  const draw = (points: readonly Point[]) => {
    line.current = points;
    setLasso(points);
  };
  const at = (event: PointerEvent): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, at(event));
    const first = pointers.current.size === 1;
    pressed.current = { at: at(event), dragged: !first, lasso: first && (drawing || event.shiftKey) };
    draw(pressed.current.lasso ? [at(event)] : []);
  };
  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    const press = pressed.current;
    if (before === undefined || press === null) return;
    const now = at(event);
    press.dragged ||= Math.hypot(now.x - press.at.x, now.y - press.at.y) > STILL;
    if (press.lasso) {
      const last = line.current.at(-1) ?? now;
      if (Math.hypot(now.x - last.x, now.y - last.y) > LASSO_STEP) draw([...line.current, now]);
      return;
    }
    if (!press.dragged) return;
    const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    pointers.current.set(event.pointerId, now);
    if (other === undefined) return onMove(panned(place(), { x: now.x - before.x, y: now.y - before.y }));
    const middle = (point: Point) => ({ x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
    const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    const [from, to] = [middle(before), middle(now)];
    onMove(zoomedAt(panned(place(), { x: to.x - from.x, y: to.y - from.y }), apart(now) / apart(before), size, to));
  };
  const onPointerUp = (event: PointerEvent) => {
    const press = pressed.current;
    if (!pointers.current.delete(event.pointerId) || press === null) return;
    if (press.lasso && press.dragged && line.current.length > 2) onLasso(line.current);
    else if (!press.dragged) onTap(press.at);
    draw([]);
    if (pointers.current.size === 0) pressed.current = null;
  };
  const onPointerCancel = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
    pressed.current = null;
    draw([]);
  };
  return { lasso, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } };
}
