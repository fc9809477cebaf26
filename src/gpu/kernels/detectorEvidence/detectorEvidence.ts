import { unitBoxes } from '../../../base/image/box.ts';
import { dispatch, emptyTensor } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { Tensor, Tensor2D, Tensor3D, TensorInfo } from '../../tfjs/tfjs.ts';
import type { WebGPUBackend } from '../../tfjs/webgpuBackend.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import candidatesCode from './detectorEvidence.candidates.wgsl?raw';
import {
  DISTANCE_BINS,
  detectorEvidenceReference,
  EVIDENCE_CANDIDATES,
  EVIDENCE_FLOOR,
  LEAST_LOGIT,
} from './detectorEvidence.reference.ts';
import strongestCode from './detectorEvidence.strongest.wgsl?raw';
import code from './detectorEvidence.wgsl?raw';

const candidatesProgram = shader('detectorEvidence.candidates', candidatesCode, { BINS: DISTANCE_BINS });
const strongestProgram = shader('detectorEvidence.strongest', strongestCode);
const evidenceProgram = shader('detectorEvidence', code);

interface Attributes {
  /** Detection heads; head n's inputs are `scores<n>` and `distances<n>`. */
  readonly heads: number;
}

/** The strongest candidates of all heads. // (EVIDENCE_CANDIDATES, 2, 4), see the shader */
function strongestCandidates(
  backend: WebGPUBackend,
  maps: readonly (readonly [scores: TensorInfo, distances: TensorInfo])[],
): TensorInfo {
  const classes = maps[0]![0].shape[2]!;
  const cells = maps.reduce((sum, [{ shape }]) => sum + shape[0]! * shape[1]!, 0);
  const found = [
    backend.makeTensorInfo([cells, 4], 'float32'),
    backend.makeTensorInfo([cells], 'int32'),
    backend.makeTensorInfo([cells, classes, 2], 'int32'),
  ];
  let firstCell = 0;
  for (const [scores, distances] of maps) {
    const [height, width] = [scores.shape[0]!, scores.shape[1]!];
    dispatch(backend, candidatesProgram, {
      inputs: [scores, distances],
      outputs: found,
      uniforms: { height, width, classes, first_cell: firstCell, least_logit: LEAST_LOGIT },
      workgroups: [Math.ceil((height * width) / candidatesProgram.workgroupSize[0]), 1, 1],
    });
    firstCell += height * width;
  }
  const [strongest] = dispatch(backend, strongestProgram, {
    inputs: found,
    outputs: [{ shape: [EVIDENCE_CANDIDATES, 2, 4], dtype: 'float32' }],
    uniforms: { cells, classes, limit: EVIDENCE_CANDIDATES },
    workgroups: [1, 1, 1],
  });
  for (const { dataId } of found) backend.disposeData(dataId);
  return strongest!;
}

export const detectorEvidenceKernel = defineKernel<Attributes>({
  name: 'FacetDetectorEvidence',
  shaders: [candidatesProgram, strongestProgram, evidenceProgram],
  webgpu(backend, inputs, { heads }) {
    const boxes = inputs['boxes']!;
    const maps = Array.from({ length: heads }, (_, n) => [inputs[`scores${n}`]!, inputs[`distances${n}`]!] as const);
    const [proposals, classes] = [boxes.shape[0]!, maps[0]![0].shape[2]!];
    if (proposals === 0) return [emptyTensor(backend, [0, classes], 'float32')];
    const strongest = strongestCandidates(backend, maps);
    const evidence = dispatch(backend, evidenceProgram, {
      inputs: [boxes, strongest],
      outputs: [{ shape: [proposals, classes], dtype: 'float32' }],
      uniforms: { proposals, classes, candidates: EVIDENCE_CANDIDATES, floor: EVIDENCE_FLOOR },
      workgroups: [Math.ceil((proposals * classes) / evidenceProgram.workgroupSize[0]), 1, 1],
    });
    backend.disposeData(strongest.dataId);
    return evidence;
  },
  plain(inputs, values, { heads }) {
    const maps = Array.from({ length: heads }, (_, n) => {
      const [height, width] = inputs[`scores${n}`]!.shape as [number, number];
      return { height, width, scores: values(`scores${n}`), boxes: values(`distances${n}`) };
    });
    const [proposals, classes] = [inputs['boxes']!.shape[0]!, inputs['scores0']!.shape[2]!];
    return [
      { shape: [proposals, classes], values: detectorEvidenceReference(maps, unitBoxes(values('boxes')), classes) },
    ];
  },
});

/** One detection head's maps of logits. // scores (h, w, classes), distances (h, w, 44) */
export interface DetectionHead {
  readonly scores: Tensor3D;
  readonly distances: Tensor3D;
}

/**
 * For each proposal and class log(0.01 + the largest score·IoU over the heads' strongest boxes of the class).
 * @param heads at least one, all of the same classes
 * @param boxes // (N, 4), x0 y0 x1 y1 in shares of the photo, which the maps cover exactly
 * @returns // (N, classes)
 */
export function detectorEvidence(heads: readonly DetectionHead[], boxes: Tensor2D): Tensor2D {
  const classes = heads[0]?.scores.shape[2] ?? 0;
  if (classes < 1) throw new Error('detectorEvidence: got no class, wanted at least one detection head with one');
  const inputs: Record<string, Tensor> = { boxes };
  for (const [n, { scores, distances }] of heads.entries()) {
    const [height, width] = scores.shape;
    if (scores.rank !== 3 || scores.size === 0 || scores.shape[2] !== classes) {
      throw new Error(
        `detectorEvidence: got scores [${scores.shape.join(', ')}] of head ${n}, wanted (h, w, ${classes})`,
      );
    }
    if (distances.shape.join() !== [height, width, 4 * DISTANCE_BINS].join()) {
      throw new Error(
        `detectorEvidence: got distances [${distances.shape.join(', ')}] of head ${n}, wanted [${height}, ${width}, ${4 * DISTANCE_BINS}]`,
      );
    }
    inputs[`scores${n}`] = scores;
    inputs[`distances${n}`] = distances;
  }
  if (boxes.rank !== 2 || boxes.shape[1] !== 4)
    throw new Error(`detectorEvidence: got boxes [${boxes.shape.join(', ')}], wanted (N, 4)`);
  const [evidence] = runKernel(detectorEvidenceKernel, inputs, { heads: heads.length } satisfies Attributes);
  return evidence as Tensor2D;
}
