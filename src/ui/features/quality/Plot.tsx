import { useEffect, useState } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useElementWidth } from '../../shared/controls/useElementWidth.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import styles from './quality.module.css';

/** A value with its interval; all 0..1. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

interface PlotProps {
  /** What the picture is, for those who do not see it. */
  readonly label: string;
  /** Names of the axes. */
  readonly x: string;
  readonly y: string;
  readonly points: readonly PlotPoint[];
  /** A second series beside the first. */
  readonly others: readonly PlotPoint[] | null;
}

const HEIGHT = 300;
const MOST_WIDTH = 460;

/** Points over the unit square with their intervals and the diagonal, by uPlot; colours are those of the stylesheet, whatever the theme. */
export function Plot({ label, x, y, points, others }: PlotProps) {
  const { theme } = useFacet();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const { width, ref } = useElementWidth();
  useEffect(() => {
    if (element === null || width === 0) return undefined;
    const plot = new UPlot(optionsOf(element, { x, y, points, others }, width), dataOf(points, others), element);
    // What is drawn keeps the colours that it was drawn with.
    const redraw = () => plot.redraw();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    const unsubscribe = theme.choice.subscribe(() => requestAnimationFrame(redraw));
    return () => {
      scheme.removeEventListener('change', redraw);
      unsubscribe();
      plot.destroy();
    };
  }, [element, theme, x, y, points, others, width]);
  return (
    <div ref={ref} className={styles.plotBox} role="img" aria-label={label}>
      <div ref={setElement} className={styles.plot} />
    </div>
  );
}

type Drawn = Pick<PlotProps, 'x' | 'y' | 'points' | 'others'>;

/** Points of both series by rising x; a series has no value at the other's places. */
function dataOf(points: readonly PlotPoint[], others: readonly PlotPoint[] | null): UPlot.AlignedData {
  const all = [
    ...points.map((point) => ({ point, first: true })),
    ...(others ?? []).map((point) => ({ point, first: false })),
  ];
  all.sort((a, b) => a.point.x - b.point.x);
  return [
    all.map(({ point }) => point.x),
    all.map(({ point, first }) => (first ? point.y : null)),
    all.map(({ point, first }) => (first ? null : point.y)),
  ];
}

function optionsOf(element: HTMLElement, { x, y, points, others }: Drawn, width: number): UPlot.Options {
  const colour = (name: 'color' | 'outlineColor' | 'borderTopColor' | 'textDecorationColor') => () =>
    getComputedStyle(element)[name];
  const axis = {
    stroke: colour('color'),
    grid: { stroke: colour('borderTopColor'), width: 1 },
    ticks: { show: false },
  };
  const series = (stroke: () => string, dash: number[]) => ({
    stroke,
    dash,
    width: 1.5,
    spanGaps: true,
    points: { show: true, size: 8, stroke, fill: stroke },
  });
  const side = Math.min(width, MOST_WIDTH);
  return {
    width: side,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
    axes: [
      { ...axis, label: x, labelSize: 22 },
      { ...axis, label: y, labelSize: 22 },
    ],
    series: [{}, series(colour('outlineColor'), []), series(colour('textDecorationColor'), [6, 4])],
    hooks: {
      draw: [
        (plot) => {
          diagonal(plot, colour('color')());
          intervals(plot, points, colour('outlineColor')());
          if (others !== null) intervals(plot, others, colour('textDecorationColor')());
        },
      ],
    },
  };
}

function diagonal({ ctx, valToPos }: UPlot, stroke: string): void {
  ctx.save();
  ctx.strokeStyle = stroke;
  ctx.globalAlpha = 0.5;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(valToPos(0, 'x', true), valToPos(0, 'y', true));
  ctx.lineTo(valToPos(1, 'x', true), valToPos(1, 'y', true));
  ctx.stroke();
  ctx.restore();
}

function intervals({ ctx, valToPos }: UPlot, points: readonly PlotPoint[], stroke: string): void {
  ctx.save();
  ctx.strokeStyle = stroke;
  ctx.globalAlpha = 0.7;
  ctx.lineWidth = devicePixelRatio;
  for (const { x, low, high } of points) {
    const at = valToPos(x, 'x', true);
    ctx.beginPath();
    ctx.moveTo(at, valToPos(low, 'y', true));
    ctx.lineTo(at, valToPos(high, 'y', true));
    ctx.stroke();
  }
  ctx.restore();
}
