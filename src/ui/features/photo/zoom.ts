import type { Point } from '../../shared/model/seedDistances.ts';

/** How a photo lies on its stage. Lengths in CSS pixels. */
export interface Zoom {
  /** 1 fits the stage. 1..MOST_ZOOM */
  readonly scale: number;
  /** From the middle of the stage to the middle of the photo. */
  readonly offset: Point;
}

/** Width and height of the stage, and of the photo where it fits the stage. */
export interface ZoomSpace {
  readonly stage: Size;
  readonly fitted: Size;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export const FITTED: Zoom = { scale: 1, offset: { x: 0, y: 0 } };
export const MOST_ZOOM = 8;

/** The photo never leaves an edge of the stage that it can cover, and is centred along a side where it cannot. */
export function withinStage({ scale, offset }: Zoom, { stage, fitted }: ZoomSpace): Zoom {
  const hidden = (photo: number, room: number) => Math.max(0, (photo * scale - room) / 2);
  const x = hidden(fitted.width, stage.width);
  const y = hidden(fitted.height, stage.height);
  return {
    scale,
    offset: { x: Math.min(x, Math.max(-x, offset.x)), y: Math.min(y, Math.max(-y, offset.y)) },
  };
}

/**
 * Zooms by `factor` and keeps what lies under `at` where it is, as far as the edges allow.
 * @param at from the middle of the stage
 */
export function zoomedAt(zoom: Zoom, factor: number, at: Point, space: ZoomSpace): Zoom {
  const scale = Math.min(MOST_ZOOM, Math.max(1, zoom.scale * factor));
  const ratio = scale / zoom.scale;
  const offset = {
    x: at.x - (at.x - zoom.offset.x) * ratio,
    y: at.y - (at.y - zoom.offset.y) * ratio,
  };
  return withinStage({ scale, offset }, space);
}

export function panned(zoom: Zoom, by: Point, space: ZoomSpace): Zoom {
  return withinStage({ scale: zoom.scale, offset: { x: zoom.offset.x + by.x, y: zoom.offset.y + by.y } }, space);
}
