import type { KernelCases } from '../gpu/kernels/kernelCase.ts';
import { regionMeansCases } from './appearance/regionMeans.cases.ts';
import { runLayerCases } from './backbone/runLayer.cases.ts';
import { detectedCases } from './detected/detected.cases.ts';
import { presenceCases } from './labels/presenceOnBackend.cases.ts';

/** What the network puts together of several kernels, ours and tfjs's, each part beside its plain reference: run as the kernels' cases are. */
export const NETWORK_CASES: readonly KernelCases[] = [runLayerCases, regionMeansCases, presenceCases, detectedCases];
