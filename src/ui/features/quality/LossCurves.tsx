import { useEffect, useMemo, useState } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { EpochLoss } from '../../../pipeline/api/trainedHeads.ts';
import { useElementWidth } from '../../shared/controls/useElementWidth.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './quality.module.css';
import { stageName } from './stageName.ts';

interface Stage {
  readonly name: string;
  readonly losses: readonly number[];
}

/** The loss of each stage by round, one plot a stage, and the same as a table. */
export function LossCurves({ losses }: { readonly losses: readonly EpochLoss[] }) {
  const stages = useMemo(() => {
    const names = [...new Set(losses.map(({ stage }) => stage))];
    return names.map(
      (name): Stage => ({
        name: stageName(name),
        losses: losses.filter(({ stage }) => stage === name).map(({ loss }) => loss),
      }),
    );
  }, [losses]);
  return (
    <div className={styles.curves}>
      <h3>{say.training.losses}</h3>
      <p className={styles.small}>{say.training.lossesHelp}</p>
      <div className={styles.plots}>
        {stages.map((stage) => (
          <LossCurve key={stage.name} stage={stage} />
        ))}
      </div>
      <details className={styles.details}>
        <summary>{say.quality.table}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.training.round}</th>
              <th scope="col">{say.training.loss}</th>
            </tr>
          </thead>
          <tbody>
            {losses.map(({ stage, epoch, epochs, loss }) => (
              <tr key={`${stage} ${epoch}`}>
                <th scope="row">{say.training.stage(stageName(stage), epoch, epochs)}</th>
                <td>{say.decimal(loss, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

const HEIGHT = 150;
const MOST_WIDTH = 300;

function LossCurve({ stage: { name, losses } }: { readonly stage: Stage }) {
  const { theme } = useFacet();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [plot, setPlot] = useState<UPlot | null>(null);
  const { width, ref } = useElementWidth();
  useEffect(() => {
    if (element === null || width === 0) return undefined;
    const made = new UPlot(optionsOf(element, width), [[], []], element);
    setPlot(made);
    // What is drawn keeps the colours that it was drawn with.
    const redraw = () => made.redraw();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    const unsubscribe = theme.choice.subscribe(() => requestAnimationFrame(redraw));
    return () => {
      scheme.removeEventListener('change', redraw);
      unsubscribe();
      setPlot(null);
      made.destroy();
    };
  }, [element, theme, width]);
  useEffect(() => {
    plot?.setData([losses.map((_, i) => i + 1), [...losses]]);
  }, [plot, losses]);
  return (
    <figure className={styles.curve} ref={ref}>
      <figcaption>{name}</figcaption>
      <div ref={setElement} className={styles.plot} role="img" aria-label={`${say.training.losses}: ${name}`} />
    </figure>
  );
}

function optionsOf(element: HTMLElement, width: number): UPlot.Options {
  const colour = (name: 'color' | 'outlineColor' | 'borderTopColor') => () => getComputedStyle(element)[name];
  const axis = {
    stroke: colour('color'),
    grid: { stroke: colour('borderTopColor'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: Math.min(width, MOST_WIDTH),
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false } },
    axes: [
      { ...axis, size: 28 },
      { ...axis, size: 44 },
    ],
    series: [{}, { stroke: colour('outlineColor'), width: 1.5, points: { show: false } }],
  };
}
