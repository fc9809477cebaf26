import { assemblyClass } from '../../proposals/arena/structLayout.ts';
import { EAST_STRENGTH, SOUTH_STRENGTH } from '../../proposals/boundaries/boundaryMap.arguments.ts';
import { DISTINCT_BOXES } from '../../proposals/candidates/duplicates.arguments.ts';
import { CRITICAL_LEVELS, SORT_BY_DISTANCE } from '../../proposals/candidates/levelSets.arguments.ts';
import { SPREAD } from '../../proposals/graph/geodesicDistance.arguments.ts';
import { SUPERPIXEL_EDGES } from '../../proposals/graph/superpixelGraph.arguments.ts';
import { CATCH_UP } from '../../proposals/ranking/catchUp.arguments.ts';
import { MLP_LAYER, RUN_MLP } from '../../proposals/ranking/runMlp.arguments.ts';
import { SEGMENT_SUMS } from '../../proposals/ranking/segmentSums.arguments.ts';
import { MERGE_TREE } from '../../proposals/regions/mergeTree.arguments.ts';
import { APPEARANCE } from '../../proposals/superpixels/appearance.arguments.ts';
import { KEEP_LARGEST_PARTS } from '../../proposals/superpixels/superpixelParts.arguments.ts';
import { SUPERPIXEL_SHAPES } from '../../proposals/superpixels/superpixelShapes.arguments.ts';
import { ASSIGN, CENTROID_SUMS, SKEW } from '../../proposals/superpixels/superpixels.arguments.ts';

/** Where the loops of the proposals find the structs that they read. */
export const LOOP_STRUCTS_FILE = 'src/proposals/generated/loopStructs.assembly.ts';

/** In the order of the stages. */
const LOOPS = [
  EAST_STRENGTH,
  SOUTH_STRENGTH,
  SKEW,
  ASSIGN,
  CENTROID_SUMS,
  KEEP_LARGEST_PARTS,
  SUPERPIXEL_SHAPES,
  APPEARANCE,
  SUPERPIXEL_EDGES,
  SPREAD,
  MERGE_TREE,
  SORT_BY_DISTANCE,
  CRITICAL_LEVELS,
  DISTINCT_BOXES,
  SEGMENT_SUMS,
  RUN_MLP,
  CATCH_UP,
] as const;

/** The AssemblyScript side of every struct that the host writes for a loop: the text of `LOOP_STRUCTS_FILE`. */
export function loopStructs(): string {
  return [
    '// Made by `npm run assembly` from the *.arguments.ts of the stages, where each field is explained. Do not edit.',
    ...[MLP_LAYER, ...LOOPS.map(({ layout }) => layout)].map(assemblyClass),
    '',
  ].join('\n');
}
