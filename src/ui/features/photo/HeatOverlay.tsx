import { useEffect, useMemo, useRef } from 'react';
import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { say } from '../../shared/language/say.ts';
import { RAMP_GRADIENT, rampColour } from '../../shared/model/colourRamp.ts';
import { percent } from '../../shared/model/format.ts';
import { heatMap } from '../../shared/model/heatMap.ts';
import styles from './SuperpixelOverlay.module.css';

/** Cells along the longer side: finer than the smallest proposals differ. */
const SIDE = 128;
/** Of the surest cell, 0..255; less sure ones let more of the photo through. */
const OPACITY = 225;
const LEAST_OPACITY = 120;

interface HeatOverlayProps {
  readonly detail: PhotoDetail;
  readonly category: number;
  readonly name: string;
}

/** How sure the proposals are of one category, place by place. */
export function HeatOverlay({ detail: { analysis, width, height }, category, name }: HeatOverlayProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = SIDE / Math.max(width, height);
  const columns = Math.max(1, Math.round(width * scale));
  const rows = Math.max(1, Math.round(height * scale));
  const heat = useMemo(() => heatMap(analysis, category, columns, rows), [analysis, category, columns, rows]);
  const top = heat.reduce((most, value) => Math.max(most, value), 0);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const image = context.createImageData(columns, rows);
    heat.forEach((value, at) => {
      const share = top > 0 ? value / top : 0;
      image.data.set([...rampColour(1 - share), LEAST_OPACITY + (OPACITY - LEAST_OPACITY) * share], at * 4);
    });
    context.putImageData(image, 0, 0);
  }, [heat, top, columns, rows]);
  return (
    <div className={styles.heat} role="img" aria-label={say.seeing.where(name, percent(top))}>
      <canvas ref={canvas} className={styles.distances} width={columns} height={rows} />
      <div className={styles.legend} role="group" aria-label={say.seeing.howSure(name)}>
        <span className={styles.legendTitle}>{say.seeing.howSure(name)}</span>
        <span className={`${styles.legendRamp} ${styles.reversed}`} style={{ background: RAMP_GRADIENT }} />
        <span>{percent(0)}</span>
        <span>{percent(top)}</span>
      </div>
    </div>
  );
}
