import { SEMANTIC_BITS } from '../../network/heads/photoAnalysis.ts';
import { type EvaluationFigures, PROPOSAL_COUNTS } from './figures.ts';

const figure = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function table(head: readonly string[], rows: readonly (readonly [string, ...number[]])[]): string {
  const cells = rows.map(
    ([name, ...values]) =>
      `<tr><th scope="row">${escaped(name)}</th>${values.map((value) => `<td>${figure(value)}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${cells.join('')}</tbody></table>`;
}

/** A horizontal bar for each category, 0 to 1. */
function bars(values: readonly (readonly [string, number])[]): string {
  const lines = values.map(([name, value], i) => {
    const width = Number.isNaN(value) ? 0 : value * 400;
    return `<text x="108" y="${i * 22 + 15}" text-anchor="end">${escaped(name)}</text><rect x="116" y="${i * 22 + 3}" width="${width.toFixed(1)}" height="14" rx="2"/><text x="${(122 + width).toFixed(1)}" y="${i * 22 + 15}">${figure(value)}</text>`;
  });
  return `<svg role="img" aria-label="Label AP of each category" width="580" height="${values.length * 22}">${lines.join('')}</svg>`;
}

/**
 * The measures as a page for people to look at.
 * @param curves the SVG of loss curves that training wrote, or null
 */
export function measuresPage(figures: EvaluationFigures, networkVersion: string, curves: string | null): string {
  const { semantic, unseen, labels, category, localisation, proposals } = figures;
  const byAp = Object.entries(labels.perCategory)
    .map(([name, { ap }]) => [name, ap] as const)
    .sort((a, b) => b[1] - a[1]);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Facet: measures</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 } th, td { padding: .3rem .8rem; text-align: right; border-bottom: 1px solid #8884 } th:first-child { text-align: left }
svg { max-width: 100%; font-size: 12px } svg rect { fill: #4a7bd0 } svg text { fill: currentColor } .curves { background: #fff; color: #000 } .curves rect { fill: #fff }
</style>
<h1>Measures</h1>
<p>${escaped(networkVersion)}. ${figures.queries} queries, ${figures.database} photos in the database. Unseen: the queries search each other.</p>
<h2>Semantic codes</h2>
${table(
  ['bits', 'mAP', 'weighted mAP', 'ACG@100', 'NDCG@100', 'unseen mAP'],
  SEMANTIC_BITS.map((bits) => [
    String(bits),
    semantic[bits].map,
    semantic[bits].wmap,
    semantic[bits].acg100,
    semantic[bits].ndcg100,
    unseen[bits].map,
  ]),
)}
<h2>Labels, categories, places</h2>
${table(
  ['measure', 'figure'],
  [
    ['label mAP', labels.map],
    ['expected calibration error', labels.ece],
    [`category-aware mAP, ${category.bitsPerCategory} bits`, category.map],
    ['within a category: NDCG@100 by further labels', category.graded.ndcg100],
    ['the same for a random order', category.graded.random],
    ['CorLoc', localisation.corloc],
    ['pointing', localisation.pointing],
  ],
)}
<h2>Proposals</h2>
${table(
  ['boxes', 'R@.5', 'R@.7', 'R@.8', 'AR'],
  PROPOSAL_COUNTS.map((count) => [
    String(count),
    proposals[count].recall50,
    proposals[count].recall70,
    proposals[count].recall80,
    proposals[count].ar,
  ]),
)}
<h2>Label AP of each category</h2>
${bars(byAp)}
${curves === null ? '' : `<h2>Training</h2>\n<div class="curves">${curves}</div>`}
</html>
`;
}
