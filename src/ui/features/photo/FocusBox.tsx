import type { Region } from '../../../pipeline/api/pipeline.ts';
import styles from './photo.module.css';

interface FocusBoxProps {
  readonly region: Region;
  /** The category's hue, or null for a box without one. */
  readonly hue: number | null;
  /** Written on the box; '' for nothing. */
  readonly text: string;
}

/** One box in full light, the rest of the photo dimmed. Lets taps through to what is under it. */
export function FocusBox({ region: { x0, y0, x1, y1 }, hue, text }: FocusBoxProps) {
  const colour = hue === null ? {} : { 'data-hue': '', style: { '--hue': hue } };
  // Above the box where there is room, else inside of it.
  const place = y0 > 0.07 ? { bottom: `calc(${(1 - y0) * 100}% + 4px)` } : { top: `calc(${y0 * 100}% + 6px)` };
  const side =
    x0 < 0.6
      ? { left: `calc(${x0 * 100}%${y0 > 0.07 ? '' : ' + 6px'})` }
      : { right: `calc(${(1 - x1) * 100}%${y0 > 0.07 ? '' : ' + 6px'})` };
  return (
    <>
      <svg className={styles.outline} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" {...colour}>
        <path className={styles.dim} fillRule="evenodd" d={`M0 0H1V1H0ZM${x0} ${y0}V${y1}H${x1}V${y0}Z`} />
        <rect className={styles.winner} data-testid="focus-box" x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
      </svg>
      {text !== '' && (
        <span
          className={styles.boxName}
          {...(hue === null ? {} : { 'data-hue': '' })}
          style={{ ...place, ...side, ...(hue === null ? {} : { '--hue': hue }) }}
        >
          {text}
        </span>
      )}
    </>
  );
}
