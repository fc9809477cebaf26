import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { SuperpixelMap } from '../../../pipeline/api/pipeline.ts';
import { say } from '../../shared/language/say.ts';
import { percent } from '../../shared/model/format.ts';
import { distancesFrom, farthest, type Point, superpixelAt } from '../../shared/model/seedDistances.ts';
import { clamp, shareOf } from '../../shared/regions/pointerShare.ts';
import { DistanceLegend } from './DistanceLegend.tsx';
import { paintBorders, paintDistances } from './paintSuperpixels.ts';
import styles from './SuperpixelOverlay.module.css';

/** How far an arrow key moves the seed, as a share of the photo; with Shift, four times as far. */
const KEY_STEP = 0.02;

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Superpixel borders over the photo, and in colour the distance of every superpixel from the one under the pointer. */
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
      aria-label={say.seeing.superpixelCount(map.count)}
      aria-description={say.seeing.superpixelKeys}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is operated by keys, so it has to take the focus
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
        {say.seeing.seed(percent(seed.x), percent(seed.y), say.decimal(far, 2))}
      </p>
    </div>
  );
}

/** Draws the borders at the screen's own resolution, anew whenever the photo changes its size on the screen. */
function useBorders(map: SuperpixelMap) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (canvas === null) return undefined;
    const observer = new ResizeObserver(() => paintBorders(canvas, map));
    observer.observe(canvas);
    return () => observer.disconnect();
  }, [map]);
  return ref;
}
