import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWheel } from '../../shared/controls/useWheel.ts';
import type { Point } from '../../shared/model/seedDistances.ts';
import { FITTED, panned, type Zoom, type ZoomSpace, zoomedAt } from './zoom.ts';

/** One press of a key or a button. */
const STEP = 1.5;
/** Where a double tap leads. */
const NEAR = 2.5;
/** How much a notch of a mouse wheel zooms; a trackpad sends many small ones. */
const WHEEL = 0.0022;
/** CSS pixels that an arrow key moves a photo that is larger than its stage. */
const KEY_PAN = 80;
/** A swipe is longer than this, CSS pixels, and more across than up or down. */
const SWIPE = 60;
/** Two taps within this time and distance are one double tap. */
const DOUBLE_TAP_MS = 320;
const DOUBLE_TAP_PIXELS = 36;
const TAP_PIXELS = 10;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: KEY_PAN, y: 0 },
  ArrowRight: { x: -KEY_PAN, y: 0 },
  ArrowUp: { x: 0, y: KEY_PAN },
  ArrowDown: { x: 0, y: -KEY_PAN },
};

interface ZoomOptions {
  /** Width / height of the photo. */
  readonly ratio: number;
  /** Whether this pointer draws a box, and so neither moves the photo nor turns to another. */
  readonly draws: (event: PointerEvent, zoomed: boolean) => boolean;
  /** −1 to the previous photo, 1 to the next. */
  readonly onSwipe: (step: -1 | 1) => void;
  /** Two taps zoom; what the first of them chose is given up. */
  readonly onDoubleTap: () => void;
}

/** What the fingers or the mouse are about. */
type Gesture =
  | { readonly kind: 'pan' }
  | { readonly kind: 'pinch'; readonly distance: number; readonly middle: Point }
  | { readonly kind: 'swipe' };

/** Zoom and place of a photo on its stage: by wheel, pinch, double tap, drag, and the keys + − 0 and, once zoomed, arrows. */
export function useZoom(canvas: RefObject<HTMLElement | null>, { ratio, draws, onSwipe, onDoubleTap }: ZoomOptions) {
  const [zoom, setZoom] = useState<Zoom>(FITTED);
  const [swiped, setSwiped] = useState(0);
  const pointers = useRef(new Map<number, Point>());
  const gesture = useRef<Gesture | null>(null);
  const start = useRef<Point>({ x: 0, y: 0 });
  const lastTap = useRef<{ readonly at: Point; readonly time: number } | null>(null);
  const zoomed = zoom.scale > 1;

  const zoomBy = (factor: number, client: Point | null) => {
    const room = spaceOf(canvas.current, ratio);
    if (room !== null) setZoom((before) => zoomedAt(before, factor, room.fromMiddle(client), room.space));
  };
  const panBy = (by: Point) => {
    const room = spaceOf(canvas.current, ratio);
    if (room !== null) setZoom((before) => panned(before, by, room.space));
  };
  const reset = () => setZoom(FITTED);

  useWheel(canvas, (event) => {
    // A trackpad's pinch comes as a wheel with Ctrl, in smaller steps.
    zoomBy(Math.exp(-event.deltaY * WHEEL * (event.ctrlKey ? 4 : 1)), { x: event.clientX, y: event.clientY });
  });

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]') !== null || event.target instanceof HTMLInputElement) return;
    const arrow = zoomed ? ARROWS[event.key] : undefined;
    if (event.key === '+' || event.key === '=') zoomBy(STEP, null);
    else if (event.key === '-') zoomBy(1 / STEP, null);
    else if (event.key === '0') reset();
    else if (arrow !== undefined) panBy(arrow);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const at = { x: event.clientX, y: event.clientY };
    if (event.isPrimary) {
      pointers.current.clear();
      start.current = at;
    }
    pointers.current.set(event.pointerId, at);
    if (pointers.current.size === 2) {
      setSwiped(0);
      gesture.current = { kind: 'pinch', ...spread([...pointers.current.values()]) };
    } else if (draws(event, zoomed)) gesture.current = null;
    else if (zoomed) gesture.current = { kind: 'pan' };
    else gesture.current = event.pointerType === 'touch' ? { kind: 'swipe' } : null;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const at = { x: event.clientX, y: event.clientY };
    pointers.current.set(event.pointerId, at);
    const by = { x: at.x - before.x, y: at.y - before.y };
    switch (gesture.current?.kind) {
      case undefined:
        break;
      case 'pan':
        panBy(by);
        break;
      case 'swipe':
        setSwiped(across(start.current, at) ? at.x - start.current.x : 0);
        break;
      case 'pinch': {
        const { distance, middle } = gesture.current;
        const now = spread([...pointers.current.values()]);
        if (distance > 0) zoomBy(now.distance / distance, now.middle);
        panBy({ x: now.middle.x - middle.x, y: now.middle.y - middle.y });
        gesture.current = { kind: 'pinch', ...now };
        break;
      }
    }
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const at = { x: event.clientX, y: event.clientY };
    const alone = pointers.current.size === 1;
    if (!pointers.current.delete(event.pointerId)) return;
    const before = gesture.current;
    gesture.current = null;
    setSwiped(0);
    if (before?.kind === 'swipe' && across(start.current, at)) {
      const x = at.x - start.current.x;
      if (Math.abs(x) > SWIPE) onSwipe(x < 0 ? 1 : -1);
    }
    if (alone && Math.hypot(at.x - start.current.x, at.y - start.current.y) < TAP_PIXELS) tap(event, at);
  };
  const tap = ({ timeStamp, target }: PointerEvent, at: Point) => {
    if (target instanceof Element && target.closest('button, [role=application]') !== null) return;
    const { current: last } = lastTap;
    lastTap.current = { at, time: timeStamp };
    if (last === null || timeStamp - last.time > DOUBLE_TAP_MS) return;
    if (Math.hypot(at.x - last.at.x, at.y - last.at.y) > DOUBLE_TAP_PIXELS) return;
    lastTap.current = null;
    onDoubleTap();
    if (zoomed) reset();
    else zoomBy(NEAR, at);
  };
  const onPointerCancel = (event: PointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId);
    gesture.current = null;
    setSwiped(0);
  };

  return {
    zoom,
    zoomed,
    /** How far a finger has pulled the photo aside, CSS pixels. */
    swiped,
    reset,
    zoomIn: () => zoomBy(STEP, null),
    zoomOut: () => zoomBy(1 / STEP, null),
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}

function spread([a, b]: readonly Point[]): { readonly distance: number; readonly middle: Point } {
  if (a === undefined || b === undefined) return { distance: 0, middle: a ?? { x: 0, y: 0 } };
  return { distance: Math.hypot(a.x - b.x, a.y - b.y), middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } };
}

function across(from: Point, to: Point): boolean {
  return Math.abs(to.x - from.x) > 1.4 * Math.abs(to.y - from.y);
}

/** The stage as it is now; `fromMiddle` turns a place on the screen into one from the stage's middle, null into the middle. */
function spaceOf(
  element: HTMLElement | null,
  ratio: number,
): { readonly space: ZoomSpace; readonly fromMiddle: (client: Point | null) => Point } | null {
  if (element === null) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const inner = {
    width: width - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight),
    height: height - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom),
  };
  const middle = {
    x: left + Number.parseFloat(style.paddingLeft) + inner.width / 2,
    y: top + Number.parseFloat(style.paddingTop) + inner.height / 2,
  };
  const fittedWidth = Math.min(inner.width, inner.height * ratio);
  return {
    space: { stage: inner, fitted: { width: fittedWidth, height: fittedWidth / ratio } },
    fromMiddle: (client) => (client === null ? { x: 0, y: 0 } : { x: client.x - middle.x, y: client.y - middle.y }),
  };
}
