import type { SuperpixelMap } from '../../../pipeline/api/pipeline.ts';
import { rampColour } from '../../shared/model/colourRamp.ts';
import { distancesFrom, farthest } from '../../shared/model/seedDistances.ts';
import { superpixelBorders } from '../../shared/model/superpixelBorders.ts';

/** Lets the photo show through the colours. 0..255 */
const OPACITY = 208;

/** Paints every pixel in the colour of its superpixel's distance from `seed`, one canvas pixel per pixel of the map. */
export function paintDistances(canvas: HTMLCanvasElement, map: SuperpixelMap, seed: number): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const distances = distancesFrom(map, seed);
  const most = Math.max(farthest(distances), Number.MIN_VALUE);
  // The four bytes of a pixel as one number, in the machine's byte order.
  const bytes = new Uint8ClampedArray(4);
  const pixel = new Uint32Array(bytes.buffer);
  const colours = Uint32Array.from(distances, (distance) => {
    bytes.set([...rampColour(distance / most), OPACITY]);
    return pixel[0] ?? 0;
  });
  const image = context.createImageData(map.width, map.height);
  const pixels = new Uint32Array(image.data.buffer);
  map.labels.forEach((label, at) => {
    pixels[at] = colours[label] ?? 0;
  });
  context.putImageData(image, 0, 0);
}

/** Draws the borders as light lines over darker ones, so that they show on any photo. */
export function paintBorders(canvas: HTMLCanvasElement, map: SuperpixelMap): void {
  const scale = window.devicePixelRatio;
  const width = Math.round(canvas.clientWidth * scale);
  const height = Math.round(canvas.clientHeight * scale);
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return;
  canvas.width = width;
  canvas.height = height;
  const segments = superpixelBorders(map);
  const path = new Path2D();
  for (let n = 0; n < segments.length; n += 4) {
    path.moveTo((segments[n]! * width) / map.width, (segments[n + 1]! * height) / map.height);
    path.lineTo((segments[n + 2]! * width) / map.width, (segments[n + 3]! * height) / map.height);
  }
  context.lineCap = 'round';
  context.lineWidth = 2 * scale;
  context.strokeStyle = 'rgb(0 0 0 / 0.22)';
  context.stroke(path);
  context.lineWidth = 0.8 * scale;
  context.strokeStyle = 'rgb(255 255 255 / 0.8)';
  context.stroke(path);
}
