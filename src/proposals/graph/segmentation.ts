import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { Scratch } from '../arena/scratch.ts';
import { type BoundaryMap, boundaryMap } from '../boundaries/boundaryMap.ts';
import { labPlanes } from '../boundaries/lab.ts';
import { type Appearance, appearance } from '../superpixels/appearance.ts';
import { type SuperpixelShapes, superpixelShapes } from '../superpixels/superpixelShapes.ts';
import { geodesicSuperpixels, type Superpixels } from '../superpixels/superpixels.ts';
import { geodesicCosts } from './geodesicDistance.ts';
import { type SuperpixelGraph, superpixelGraph } from './superpixelGraph.ts';

/** Everything that segments are made of. Its arrays live in the arena until the next photo. */
export interface Segmentation {
  readonly boundary: BoundaryMap;
  readonly superpixels: Superpixels;
  readonly graph: SuperpixelGraph;
  /** Edge weights of the graph, 0..1. // (edgeCount,) */
  readonly weights: Float32Array;
  /** Geodesic costs of the edges. // (edgeCount,) */
  readonly costs: Float32Array;
  readonly shapes: SuperpixelShapes;
  readonly look: Appearance;
}

/** Pixels that each superpixel should have at least; small images get fewer superpixels. */
const LEAST_AREA = 16;

/** Boundary map → superpixels → graph with its edge weights (the boundary's 25th percentile along the shared border). */
export function segmentation(image: RgbImage, wanted: number, scratch: Scratch): Segmentation {
  const lab = labPlanes(image, scratch);
  const boundary = boundaryMap(lab, scratch);
  const most = Math.max(1, Math.floor((image.width * image.height) / LEAST_AREA));
  const superpixels = geodesicSuperpixels(boundary, Math.min(wanted, most), scratch);
  const graph = superpixelGraph(superpixels, boundary, scratch);
  const weights = graph.lowQuartile;
  return {
    boundary,
    superpixels,
    graph,
    weights,
    costs: geodesicCosts(weights, scratch),
    shapes: superpixelShapes(superpixels, scratch),
    look: appearance(lab, superpixels, scratch),
  };
}
