import { SEMANTIC_BITS, type SemanticBits } from '../../network/heads/photoAnalysis.ts';
import { type EvaluationFigures, PROPOSAL_COUNTS } from './figures.ts';
import { figureText as figure } from './figureText.ts';
import type { FloorFigures } from './itqFloor.ts';
import type { OriginalPlaces } from './measures/placeOfOriginal.ts';

/**
 * mAP at 16, 32, 48 and 64 bits under the VOC 2007 protocol (5,011 training photos are the database, 4,952 queries), as
 * collected by HyP² (C. Xu et al., ACM MM 2022).
 */
const PUBLISHED: readonly (readonly [string, readonly number[]])[] = [
  ['DNNH (2015)', [0.746, 0.816, 0.84, 0.851]],
  ['IAH (2016), the paper', [0.8, 0.862, 0.878, 0.883]],
  ['OLAH', [0.849, 0.899, 0.906, 0.914]],
  ['OrthoHash', [0.831, 0.876, 0.902, 0.909]],
  ['HyP² (2022), the best published', [0.862, 0.917, 0.932, 0.937]],
];

const milliseconds = (value: number) => (Number.isNaN(value) ? '-' : `${value.toFixed(0)} ms`);

/** Columns padded to their widest cell, the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function placesRow(name: string, { first, ten, median }: OriginalPlaces): string[] {
  return [name, figure(first), figure(ten), Number.isNaN(median) ? '-' : String(median)];
}

/** The figures as a table for people. */
export function reportText(
  figures: EvaluationFigures,
  floor: Readonly<Record<SemanticBits, FloorFigures>> | null = null,
): string {
  const { semantic, unseen, order, category, labels, localisation, proposals, appearance, msPerPhoto, distractors } =
    figures;
  const without =
    figures.queriesWithoutLabel === 0
      ? ''
      : ` (and ${figures.queriesWithoutLabel} photos without any of the categories, which are no queries)`;
  const blocks = [
    `${figures.backbone}: ${figures.database} photos in the database, ${figures.queries} queries${without}`,
    table([
      ['semantic search', ...SEMANTIC_BITS.map((bits) => `${bits} bits`)],
      ['mAP', ...SEMANTIC_BITS.map((bits) => figure(semantic[bits].map))],
      ['weighted mAP', ...SEMANTIC_BITS.map((bits) => figure(semantic[bits].wmap))],
      ['ACG@100', ...SEMANTIC_BITS.map((bits) => figure(semantic[bits].acg100))],
      ['NDCG@100', ...SEMANTIC_BITS.map((bits) => figure(semantic[bits].ndcg100))],
      [
        'mAP, in an order by code, ties by looks',
        ...SEMANTIC_BITS.map((bits) => figure(semantic[bits].mapTiesOrdered)),
      ],
      ['mAP, unseen database', ...SEMANTIC_BITS.map((bits) => figure(unseen[bits].map))],
      [
        'the same, in an order by code, ties by looks',
        ...SEMANTIC_BITS.map((bits) => figure(unseen[bits].mapTiesOrdered)),
      ],
      ...(distractors
        ? [
            [
              `mAP with ${distractors.added} distractors`,
              ...SEMANTIC_BITS.map((bits) => figure(distractors.semantic[bits])),
            ],
          ]
        : []),
      ...(floor
        ? [
            ['mAP of ITQ on the frozen features, the floor', ...SEMANTIC_BITS.map((bits) => figure(floor[bits].map))],
            ['the same, unseen database', ...SEMANTIC_BITS.map((bits) => figure(floor[bits].unseen))],
          ]
        : []),
      ...PUBLISHED.map(([name, maps]) => [`published mAP: ${name}`, ...maps.map(figure)]),
    ]),
    table([
      ['order at 64 bits', 'by the code', 'as the app shows it', 'the same, unseen', 'as shown'],
      ...(
        [
          ['mAP', 'map'],
          ['NDCG@100', 'ndcg100'],
          ['NDCG@100 of queries with two labels and more', 'ndcg100OfSeveral'],
        ] as const
      ).map(([name, of]) => [
        name,
        ...[order.known.code, order.known.shown, order.unseen.code, order.unseen.shown].map((one) => figure(one[of])),
      ]),
    ]),
    'Ties in distance count by the expectation over their orders. Unseen: the queries search each other. The published rows are\n' +
      'for the official VOC 2007 split; figures on another split, near as it may be, are not the same measurement.',
    table([
      ['other measures', ''],
      [`category-aware mAP, ${category.bitsPerCategory} bits a category`, figure(category.map)],
      ...(distractors ? [[`the same with ${distractors.added} distractors`, figure(distractors.category)]] : []),
      ['within a category: NDCG@100 by further labels', figure(category.graded.ndcg100)],
      ['the same for a random order', figure(category.graded.random)],
      [`category-aware mAP by one layer for all, ${category.shared.bitsPerCategory} bits`, figure(category.shared.map)],
      ['… within a category', figure(category.shared.ndcg100)],
      ['label mAP', figure(labels.map)],
      ['expected calibration error of P', figure(labels.ece)],
      ['CorLoc', figure(localisation.corloc)],
      ['pointing', figure(localisation.pointing)],
    ]),
    table([
      ['proposals', 'R@.5', 'R@.7', 'R@.8', 'AR', 'ABO'],
      ...PROPOSAL_COUNTS.map((count) => {
        const { recall50, recall70, recall80, ar, abo } = proposals[count];
        return [`${count} boxes`, ...[recall50, recall70, recall80, ar, abo].map(figure)];
      }),
    ]),
    table([
      [`originals of ${appearance.copies} edited copies`, 'first', 'in ten', 'median place'],
      placesRow(`by looks, among ${appearance.among} queries`, appearance),
      placesRow(`with the database, ${appearance.withDatabase.among} photos`, appearance.withDatabase),
      placesRow('by the semantic code, among the queries', appearance.semantic),
      placesRow(
        `regions: ${appearance.regions.copies} found in both, among ${appearance.regions.among}`,
        appearance.regions,
      ),
    ]),
    table([
      ['distinct codes among the queries', ''],
      ['semantic and appearance code', figure(appearance.distinct)],
      ['semantic code alone', figure(appearance.distinctSemantic)],
    ]),
    table([
      ['category', 'search mAP', 'label AP', 'gate', 'precision', 'recall at gate'],
      ...Object.entries(labels.perCategory).map(([name, { ap, gate, precisionAtGate, recallAtGate }]) => [
        name,
        figure(category.perCategory[name] ?? NaN),
        ...[ap, gate, precisionAtGate, recallAtGate].map(figure),
      ]),
    ]),
    table([
      ['median time a photo', 'proposals', 'backbone', 'heads', 'total'],
      ['', ...[msPerPhoto.proposals, msPerPhoto.backbone, msPerPhoto.heads, msPerPhoto.total].map(milliseconds)],
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
