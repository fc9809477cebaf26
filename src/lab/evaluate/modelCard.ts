import { SEMANTIC_BITS } from '../../network/heads/photoAnalysis.ts';
import { DEFAULT_BACKBONE } from '../../network/shippedFiles.ts';
import type { EvaluationFigures } from './figures.ts';
import { figureText as figure } from './figureText.ts';

/** What the card needs of the provenance file that `npm run train` writes beside the weights. */
export interface Provenance {
  readonly data: {
    readonly photos: number;
    readonly train: number;
    readonly extra: number;
    readonly photosPerCategory: Readonly<Record<string, number>>;
  };
  readonly backbone: string;
  readonly settings: { readonly seed: number };
}

/** @throws Error naming the file when it is not one that `npm run train` wrote. */
export function parseProvenance(text: string, path: string): Provenance {
  const read: Partial<Provenance> = JSON.parse(text);
  if (
    typeof read.data?.photosPerCategory !== 'object' ||
    typeof read.backbone !== 'string' ||
    typeof read.settings?.seed !== 'number'
  ) {
    throw new Error(`${path}: got no provenance of heads, wanted data.photosPerCategory, backbone and settings.seed`);
  }
  return { data: read.data, backbone: read.backbone, settings: read.settings };
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** The `count` names with the least value, the least first. */
function least(values: Readonly<Record<string, number>>, count: number): string[] {
  return Object.entries(values)
    .filter(([, value]) => !Number.isNaN(value))
    .sort(([, a], [, b]) => a - b)
    .slice(0, count)
    .map(([name]) => name);
}

/**
 * The model card that lies beside trained heads: where they come from, what they are for, how good they are for each
 * category on photos that they were not trained on, and where they are weak.
 * @param name of the weights, without an ending
 */
/** The option that asks for a backbone, by the version in the provenance; the default needs none. */
function wishedBackbone(version: string): string {
  const name = version
    .split('+')
    .map((part) => part.split('@')[0])
    .join('+');
  return name === DEFAULT_BACKBONE ? '' : ` --backbone ${name}`;
}

export function modelCard(name: string, figures: EvaluationFigures, provenance: Provenance): string {
  const { semantic, unseen, labels, category, localisation, distractors } = figures;
  const counts = provenance.data.photosPerCategory;
  const names = Object.keys(labels.perCategory);
  const backbone = wishedBackbone(provenance.backbone);
  const weak = least(Object.fromEntries(names.map((category) => [category, labels.perCategory[category]!.ap])), 4);
  const rare = least(Object.fromEntries(names.map((category) => [category, counts[category] ?? NaN])), 3);
  return `# Model card: ${name}

Label branch, proposal-feature branch and hash layers of Facet for ${names.length} categories, on the frozen backbone \`${provenance.backbone}\`.

- **Made by** \`npm run train -- --data DIR${backbone}\` (TypeScript, seed ${provenance.settings.seed}); settings, counts and versions in \`${name}.provenance.json\`.
- **Data**: ${provenance.data.photos.toLocaleString('en')} photos (${provenance.data.train.toLocaleString('en')} of role \`train\`, ${provenance.data.extra.toLocaleString('en')} of role \`extra\`), image labels alone.
- **Not used**: the queries below; any box.
- **Use**: finding photos again in one's own collection. Not for watching people or for decisions about them: that a person is there is all that \`person\` says.

## Figures

${figures.queries.toLocaleString('en')} queries with a label against a database of ${figures.database.toLocaleString('en')} photos. Where the database is the training photos, as in the published protocol, it flatters memory; "unseen" is the queries searching each other: expect that column on a collection of one's own. Written by \`npm run evaluate -- --data DIR${backbone} --card FILE\`.

${table(
  ['bits', 'mAP', 'weighted mAP', 'ACG@100', 'NDCG@100', 'unseen mAP'],
  SEMANTIC_BITS.map((bits) => {
    const { map, wmap, acg100, ndcg100 } = semantic[bits];
    return [bits, figure(map), figure(wmap), figure(acg100), figure(ndcg100), figure(unseen[bits].map)];
  }),
)}

Label mAP ${figure(labels.map)}, expected calibration error ${figure(labels.ece)}, category-aware mAP ${figure(category.map)} at ${category.bitsPerCategory} bits, CorLoc ${figure(localisation.corloc)}, pointing ${figure(localisation.pointing)}.${distractors === null ? '' : ` With ${distractors.added} photos of none of the categories in the database: mAP ${figure(distractors.semantic[64])} at 64 bits.`}

${table(
  ['category', 'training photos', 'label AP', 'search mAP', 'gate', 'precision at gate', 'recall at gate'],
  names.map((name) => {
    const { ap, gate, precisionAtGate, recallAtGate } = labels.perCategory[name]!;
    return [
      name,
      counts[name] ?? 0,
      figure(ap),
      figure(category.perCategory[name] ?? NaN),
      figure(gate),
      figure(precisionAtGate),
      figure(recallAtGate),
    ];
  }),
)}

## Known weaknesses

- Least sure of all: ${weak.join(', ')}. Small and cluttered things are missed most.
- Fewest training photos, so the loosest calibration: ${rare.join(', ')}.
- Drawings, toys and pictures within pictures count as the thing that they show.
- What is none of the categories is nothing to these heads: two photos of other things may share a code.
`;
}
