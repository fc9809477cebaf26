import type { EpochReport } from '../../network/training/runEpochs.ts';

const WIDTH = 640;
const HEIGHT = 220;
const MARGIN = 44;

function panel(stage: string, reports: readonly EpochReport[], index: number): string {
  const losses = reports.map(({ loss }) => loss);
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  const x = (i: number): number => MARGIN + (i / Math.max(1, reports.length - 1)) * (WIDTH - 2 * MARGIN);
  const y = (loss: number): number =>
    HEIGHT - MARGIN - ((loss - low) / Math.max(1e-9, high - low)) * (HEIGHT - 2 * MARGIN);
  const points = losses.map((loss, i) => `${x(i).toFixed(1)},${y(loss).toFixed(1)}`).join(' ');
  return `<g transform="translate(0 ${index * HEIGHT})">
  <text x="${MARGIN}" y="24" font-weight="bold">${stage}: loss by epoch</text>
  <polyline points="${points}" fill="none" stroke="#2f6fdd" stroke-width="2"/>
  <text x="4" y="${y(high) + 4}">${high.toFixed(2)}</text><text x="4" y="${y(low) + 4}">${low.toFixed(2)}</text>
  <text x="${MARGIN}" y="${HEIGHT - 16}">1</text><text x="${WIDTH - MARGIN}" y="${HEIGHT - 16}" text-anchor="end">${reports.length}</text>
</g>`;
}

/** Loss curves of each stage, one under the other, as one SVG picture. */
export function trainingReport(epochs: readonly EpochReport[]): string {
  const stages = [...new Set(epochs.map(({ stage }) => stage))];
  const panels = stages.map((stage, i) =>
    panel(
      stage,
      epochs.filter((epoch) => epoch.stage === stage),
      i,
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${Math.max(1, stages.length) * HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${panels.join('\n')}
</svg>
`;
}
