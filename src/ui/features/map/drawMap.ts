import type { PhotoNumber } from '../../../pipeline/api/photoNumber.ts';
import { colourOf } from '../../shared/model/categoryColour.ts';
import type { MapPlace } from '../../shared/route/mapPlace.ts';
import type { NumberSet } from '../../shared/selection/numberSet.ts';
import { cellsInSight, pointOf, type ViewSize } from './camera.ts';
import type { MapModel } from './mapModel.ts';
import type { MapPictures } from './mapPictures.ts';

/** Cells smaller than this show a colour, larger ones the picture; CSS pixels. */
export const PICTURE_ZOOM = 24;
/** Share of a cell's side that its photo covers. */
const COVERED = 0.9;
/** No dot is smaller, CSS pixels. */
const LEAST_DOT = 1.5;
const CORNER = 4;

export interface Drawing {
  readonly model: MapModel;
  readonly pictures: MapPictures;
  readonly place: MapPlace;
  readonly size: ViewSize;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly selected: NumberSet;
  /** The photo that keys act on, by its place in the map; null while the map has no focus. */
  readonly focused: number | null;
  /** What is being drawn around photos, CSS pixels. */
  readonly lasso: readonly { readonly x: number; readonly y: number }[];
  readonly colours: MapColours;
}

/** Of the page as it is now, light or dark. */
export interface MapColours {
  readonly dark: boolean;
  readonly accent: string;
  readonly ink: string;
  readonly paper: string;
  /** Photos in which nothing was recognised. */
  readonly plain: string;
}

/** From the canvas's own style, where `light-dark()` has been decided. */
export function coloursOf(canvas: Element): MapColours {
  const { color, backgroundColor, outlineColor, borderTopColor } = getComputedStyle(canvas);
  const theme = canvas.ownerDocument.documentElement.dataset['theme'];
  const dark = theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  return { dark, ink: color, paper: backgroundColor, accent: outlineColor, plain: borderTopColor };
}

/** Draws what is in sight. @returns numbers of the photos whose pictures are wanted, the middle ones first */
export function drawMap(context: CanvasRenderingContext2D, drawing: Drawing): PhotoNumber[] {
  const { model, place, size, ratio, colours, selected, focused, lasso } = drawing;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  const side = Math.max(LEAST_DOT, place.zoom * COVERED);
  const pictured = place.zoom >= PICTURE_ZOOM;
  const wanted: { readonly number: PhotoNumber; readonly away: number }[] = [];
  for (const n of model.within(cellsInSight(place, size))) {
    const number = model.map.numbers[n] ?? 0;
    const middle = pointOf(place, size, { x: model.x(n), y: model.y(n) });
    const [left, top] = [middle.x - side / 2, middle.y - side / 2];
    const picture = pictured ? drawing.pictures.picture(number) : undefined;
    if (pictured) wanted.push({ number, away: (middle.x - size.width / 2) ** 2 + (middle.y - size.height / 2) ** 2 });
    if (picture === undefined) drawDot(context, drawing, n, left, top, side);
    else drawPicture(context, picture, left, top, side);
    if (selected.has(number)) outline(context, left, top, side, colours.accent, Math.min(4, 1 + side / 24));
  }
  if (focused !== null) {
    const { x, y } = pointOf(place, size, { x: model.x(focused), y: model.y(focused) });
    const around = Math.max(side + 8, 14);
    outline(context, x - around / 2, y - around / 2, around, colours.paper, 5);
    outline(context, x - around / 2, y - around / 2, around, colours.ink, 2.5);
  }
  if (lasso.length > 1) drawLasso(context, lasso, colours);
  return wanted.sort((a, b) => a.away - b.away).map(({ number }) => number);
}

function drawDot(
  context: CanvasRenderingContext2D,
  { model, colours }: Drawing,
  n: number,
  left: number,
  top: number,
  side: number,
): void {
  const category = model.map.strongest[n] ?? -1;
  context.fillStyle = category < 0 ? colours.plain : dotColour(category, colours.dark);
  if (side < 4) context.fillRect(left, top, side, side);
  else {
    context.beginPath();
    context.roundRect(left, top, side, side, Math.min(CORNER, side / 4));
    context.fill();
  }
}

/** The middle square of the picture. */
function drawPicture(
  context: CanvasRenderingContext2D,
  picture: ImageBitmap,
  left: number,
  top: number,
  side: number,
): void {
  const square = Math.min(picture.width, picture.height);
  context.save();
  context.beginPath();
  context.roundRect(left, top, side, side, CORNER);
  context.clip();
  context.drawImage(
    picture,
    (picture.width - square) / 2,
    (picture.height - square) / 2,
    square,
    square,
    left,
    top,
    side,
    side,
  );
  context.restore();
}

function outline(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  side: number,
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.roundRect(left, top, side, side, CORNER);
  context.stroke();
}

function drawLasso(context: CanvasRenderingContext2D, lasso: Drawing['lasso'], { accent }: MapColours): void {
  context.beginPath();
  for (const { x, y } of lasso) context.lineTo(x, y);
  context.closePath();
  context.globalAlpha = 0.14;
  context.fillStyle = accent;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = accent;
  context.lineWidth = 2;
  context.setLineDash([6, 4]);
  context.stroke();
  context.setLineDash([]);
}

/** As chips and bars have it, see `tokens.css`. */
export function dotColour(category: number, dark: boolean): string {
  const { hue, tone, chroma = 1 } = colourOf(category);
  return dark ? `oklch(${0.75 + tone} ${0.12 * chroma} ${hue})` : `oklch(${0.56 + tone} ${0.135 * chroma} ${hue})`;
}
