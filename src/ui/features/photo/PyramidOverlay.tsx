import type { Region } from '../../../pipeline/api/pipeline.ts';
import { POOLING, pooledMaps } from '../../../pipeline/api/pooledMaps.ts';
import { say } from '../../shared/language/say.ts';
import styles from './PyramidOverlay.module.css';

interface PyramidOverlayProps {
  readonly width: number;
  readonly height: number;
  /** The box whose cells are drawn. */
  readonly region: Region;
}

/** The cells of the coarser two maps that one box is pooled from, and the bins of each pyramid level. */
export function PyramidOverlay({ width, height, region: { x0, y0, x1, y1 } }: PyramidOverlayProps) {
  const [coarse, fine] = pooledMaps(width, height).reverse();
  const bins = POOLING.levels.flatMap((level) => inner(level));
  return (
    <svg
      className={styles.pyramid}
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      role="img"
      aria-label={say.seeing.cells}
    >
      <clipPath id="pyramidBox">
        <rect x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
      </clipPath>
      <path className={styles.dim} fillRule="evenodd" d={`M0 0H1V1H0ZM${x0} ${y0}V${y1}H${x1}V${y0}Z`} />
      <g clipPath="url(#pyramidBox)">
        {fine !== undefined && <path className={styles.fine} d={gridPath(fine.columns, fine.rows)} />}
        {coarse !== undefined && <path className={styles.coarse} d={gridPath(coarse.columns, coarse.rows)} />}
      </g>
      <path
        className={styles.bin}
        d={bins
          .map((at) => `M${x0 + (x1 - x0) * at} ${y0}V${y1}M${x0} ${y0 + (y1 - y0) * at}H${x1}`)
          .concat(`M${x0} ${y0}H${x1}V${y1}H${x0}Z`)
          .join('')}
      />
    </svg>
  );
}

/** Where the lines between `count` equal parts are, 0..1. */
function inner(count: number): number[] {
  return Array.from({ length: count - 1 }, (_, n) => (n + 1) / count);
}

function gridPath(columns: number, rows: number): string {
  return [...inner(columns).map((x) => `M${x} 0V1`), ...inner(rows).map((y) => `M0 ${y}H1`)].join('');
}
