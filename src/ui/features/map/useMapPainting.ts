import { type RefObject, useEffect } from 'react';
import type { MapPlace } from '../../shared/route/mapPlace.ts';
import type { NumberSet } from '../../shared/selection/numberSet.ts';
import type { ViewSize } from './camera.ts';
import { coloursOf, drawMap } from './drawMap.ts';
import type { MapModel } from './mapModel.ts';
import type { MapPictures } from './mapPictures.ts';

interface Painted {
  readonly model: MapModel;
  readonly pictures: MapPictures;
  readonly place: MapPlace;
  readonly size: ViewSize;
  readonly selected: NumberSet;
  /** The photo that keys act on, while the map has the focus. */
  readonly focused: number | null;
  readonly lasso: readonly { readonly x: number; readonly y: number }[];
  /** Changes with what the canvas does not know of: a picture that came, light or dark. */
  readonly occasion: string;
}

/** Paints the map again when something in it has changed, at the screen's own resolution, and asks for the pictures that it lacks. */
export function useMapPainting(
  canvas: RefObject<HTMLCanvasElement | null>,
  { model, pictures, place, size, selected, focused, lasso, occasion }: Painted,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies(occasion): it says that there is something new to paint
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || size.width === 0) return;
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (canvas.current.width !== width) canvas.current.width = width;
    if (canvas.current.height !== height) canvas.current.height = height;
    const colours = coloursOf(canvas.current);
    const wanted = drawMap(context, { model, pictures, place, size, ratio, selected, focused, lasso, colours });
    pictures.want(wanted, place.zoom * ratio);
  }, [canvas, model, pictures, place, size, selected, focused, lasso, occasion]);
}
