import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { SuperpixelMap } from '../../../pipeline/api/pipeline.ts';
import { percent } from '../../shared/model/format.ts';
import { distancesFrom, farthest, type Point, superpixelAt } from '../../shared/model/seedDistances.ts';
import { DistanceLegend } from './DistanceLegend.tsx';
import { paintBorders, paintDistances } from './paintSuperpixels.ts';
import styles from './photo.module.css';
import { clamp, shareOf } from './pointerShare.ts';

/** How far an arrow key moves the seed, in shares of the photo; with Shift four times as far. */
const KEY_STEP = 0.02;

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Superpixel borders over the photo, and in colour how far every superpixel lies from the one under the pointer. */
export function SuperpixelOverlay({ map }: { readonly map: SuperpixelMap }) {
  const [seed, setSeed] = useState<Point>({ x: 0.5, y: 0.5 });
  const superpixel = superpixelAt(map, seed);
  const far = useMemo(() => farthest(distancesFrom(map, superpixel)), [map, superpixel]);
  const colours = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (colours.current !== null) paintDistances(colours.current, map, superpixel);
  }, [map, superpixel]);
  const borders = useBorders(map);

  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    // The arrows move the seed here; elsewhere they turn to the next photo.
    event.preventDefault();
    const size = event.shiftKey ? 4 * KEY_STEP : KEY_STEP;
    setSeed(({ x, y }) => ({ x: clamp(x + step[0] * size), y: clamp(y + step[1] * size) }));
  };
  return (
    <div
      className={styles.superpixels}
      role="application"
      aria-label={`${map.count} superpixels`}
      aria-description="Arrow keys move the point from which distances are measured."
      tabIndex={0}
      onKeyDown={onKey}
      onPointerMove={(event) => setSeed(shareOf(event))}
      onPointerDown={(event) => setSeed(shareOf(event))}
    >
      <canvas ref={colours} className={styles.distances} width={map.width} height={map.height} />
      <canvas ref={borders} className={styles.borders} />
      <span className={styles.seed} style={{ left: `${seed.x * 100}%`, top: `${seed.y * 100}%` }} />
      <DistanceLegend farthest={far} />
      <p className="visuallyHidden" aria-live="polite">
        Seed {percent(seed.x)} across and {percent(seed.y)} down; the farthest superpixel lies {far.toFixed(2)} away.
      </p>
    </div>
  );
}

/** Draws the borders at the screen's own resolution, again whenever the photo is shown in another size. */
function useBorders(map: SuperpixelMap) {
  const ref = useRef<HTMLCanvasElement>(null);
  const paint = useEffectEvent((canvas: HTMLCanvasElement) => paintBorders(canvas, map));
  useEffect(() => {
    const canvas = ref.current;
    if (canvas === null) return undefined;
    const observer = new ResizeObserver(() => paint(canvas));
    observer.observe(canvas);
    return () => observer.disconnect();
  }, [map]);
  return ref;
}
