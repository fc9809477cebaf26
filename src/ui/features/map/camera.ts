import { LEAST_ZOOM, type MapPlace, MOST_ZOOM } from '../../shared/route/mapPlace.ts';
import type { CellBox } from './mapModel.ts';

/** Of the view, CSS pixels. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A few cells fill no more of the view than this; one photo is not as large as the page. */
const MOST_FITTED_ZOOM = 120;
/** Empty cells around what is fitted. */
const MARGIN = 1;

/** Everything in the box in sight. The middle of cell (x, y) is at (x, y). */
export function fitted({ x0, y0, x1, y1 }: CellBox, { width, height }: ViewSize): MapPlace {
  const zoom = Math.min(width / (x1 - x0 + 2 * MARGIN), height / (y1 - y0 + 2 * MARGIN), MOST_FITTED_ZOOM);
  return { x: (x0 + x1 - 1) / 2, y: (y0 + y1 - 1) / 2, zoom: Math.max(LEAST_ZOOM, zoom) };
}

/** Of the view, CSS pixels from its upper left corner. */
export function middleOf({ width, height }: ViewSize): Point {
  return { x: width / 2, y: height / 2 };
}

/** Where a point of the view lies on the map, in cells. @param at CSS pixels from the view's upper left corner */
export function cellAt({ x, y, zoom }: MapPlace, { width, height }: ViewSize, at: Point): Point {
  return { x: x + (at.x - width / 2) / zoom, y: y + (at.y - height / 2) / zoom };
}

/** The opposite. */
export function pointOf(place: MapPlace, { width, height }: ViewSize, cell: Point): Point {
  return { x: (cell.x - place.x) * place.zoom + width / 2, y: (cell.y - place.y) * place.zoom + height / 2 };
}

/** Zooms and keeps what lies under `at` where it is. */
export function zoomedAt(place: MapPlace, factor: number, size: ViewSize, at: Point): MapPlace {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, place.zoom * factor));
  const under = cellAt(place, size, at);
  return {
    x: under.x - (at.x - size.width / 2) / zoom,
    y: under.y - (at.y - size.height / 2) / zoom,
    zoom,
  };
}

/** @param by CSS pixels that the map follows */
export function panned(place: MapPlace, by: Point): MapPlace {
  return { ...place, x: place.x - by.x / place.zoom, y: place.y - by.y / place.zoom };
}

/** Some part of the map stays in sight. */
export function kept(place: MapPlace, { x0, y0, x1, y1 }: CellBox): MapPlace {
  return { ...place, x: Math.min(x1, Math.max(x0 - 1, place.x)), y: Math.min(y1, Math.max(y0 - 1, place.y)) };
}

/** Moved no further than needed, so that the cell is in sight with some room around it. */
export function showing(place: MapPlace, size: ViewSize, cell: Point): MapPlace {
  const reach = (length: number) => Math.max(0, length / 2 / place.zoom - 1.5);
  const along = (middle: number, at: number, most: number) => Math.min(at + most, Math.max(at - most, middle));
  return {
    ...place,
    x: along(place.x, cell.x, reach(size.width)),
    y: along(place.y, cell.y, reach(size.height)),
  };
}

/** What is in sight, in whole cells. */
export function cellsInSight(place: MapPlace, size: ViewSize): CellBox {
  const [from, to] = [cellAt(place, size, { x: 0, y: 0 }), cellAt(place, size, { x: size.width, y: size.height })];
  return { x0: Math.round(from.x), y0: Math.round(from.y), x1: Math.round(to.x) + 1, y1: Math.round(to.y) + 1 };
}
