import { useMemo } from 'react';
import type { CalibrationBin } from '../../../pipeline/api/qualityVerbs.ts';
import { say } from '../../shared/language/say.ts';
import { interval, share } from './figureText.ts';
import { Plot } from './Plot.tsx';
import styles from './quality.module.css';

interface CalibrationPlotProps {
  readonly bins: readonly CalibrationBin[];
  /** Of another report. */
  readonly beside: readonly CalibrationBin[] | null;
}

/** How often what was said about as surely is right, with intervals; the same as a table under it. */
export function CalibrationPlot({ bins, beside }: CalibrationPlotProps) {
  const filled = useMemo(() => bins.filter(({ said }) => said !== null), [bins]);
  const points = useMemo(() => filled.map(pointOf), [filled]);
  const others = useMemo(() => beside?.filter(({ said }) => said !== null).map(pointOf) ?? null, [beside]);
  return (
    <>
      <Plot
        label={say.quality.calibration}
        x={say.quality.said}
        y={say.quality.right}
        points={points}
        others={others}
      />
      {others !== null && <p className={styles.small}>{say.quality.dashed}</p>}
      <details className={styles.details}>
        <summary>{say.quality.table}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.quality.said}</th>
              <th scope="col">{say.quality.right}</th>
              <th scope="col">{say.quality.interval}</th>
              <th scope="col">{say.quality.count}</th>
            </tr>
          </thead>
          <tbody>
            {filled.map(({ said, right }) => (
              <tr key={said}>
                <th scope="row">{share(said)}</th>
                <td>{share(right.value)}</td>
                <td>{interval(right)}</td>
                <td>{say.number(right.of)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function pointOf({ said, right }: CalibrationBin) {
  return { x: said ?? 0, y: right.value ?? 0, low: right.low, high: right.high };
}
