import type { Region } from '../../../pipeline/api/pipeline.ts';
import { categoryColour } from '../model/categoryColour.ts';
import styles from './regions.module.css';

interface FocusBoxProps {
  readonly region: Region;
  /** Index of the category whose colour the box has; null for a neutral one. */
  readonly category: number | null;
  /** Written on the box; '' for no text. */
  readonly text: string;
}

/** One box in full light, the rest of the photo dimmed. Taps go through to what is under it. */
export function FocusBox({ region: { x0, y0, x1, y1 }, category, text }: FocusBoxProps) {
  const colour = category === null ? {} : categoryColour(category);
  const coloured = category === null ? {} : { 'data-hue': '' };
  // Above the box where there is room, inside it otherwise.
  const place = y0 > 0.07 ? { bottom: `calc(${(1 - y0) * 100}% + 4px)` } : { top: `calc(${y0 * 100}% + 6px)` };
  const side =
    x0 < 0.6
      ? { left: `calc(${x0 * 100}%${y0 > 0.07 ? '' : ' + 6px'})` }
      : { right: `calc(${(1 - x1) * 100}%${y0 > 0.07 ? '' : ' + 6px'})` };
  return (
    <>
      <svg
        className={styles.outline}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        aria-hidden="true"
        style={colour}
        {...coloured}
      >
        <path className={styles.dim} fillRule="evenodd" d={`M0 0H1V1H0ZM${x0} ${y0}V${y1}H${x1}V${y0}Z`} />
        <rect className={styles.winner} data-testid="focus-box" x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
      </svg>
      {text !== '' && (
        <span className={styles.boxName} {...coloured} style={{ ...place, ...side, ...colour }}>
          {text}
        </span>
      )}
    </>
  );
}
