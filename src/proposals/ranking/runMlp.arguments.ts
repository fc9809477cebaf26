import { compiledLoop } from '../arena/compiledLoop.ts';
import { structLayout } from '../arena/structLayout.ts';

/** One fully connected layer. */
export const MLP_LAYER = structLayout('MlpLayer', {
  inputs: 'i32',
  outputs: 'i32',
  /** For each eight outputs, input after input. // (⌈outputs / 8⌉, inputs, 8) */
  weights: 'Float64Array',
  /** // (outputs rounded up to eight,) */
  bias: 'Float64Array',
});

export const RUN_MLP = compiledLoop('runMlp', {
  /** // (count, stride), of which the first layer's inputs are read */
  rows: 'Float32Array',
  count: 'i32',
  stride: 'i32',
  /** Addresses of each layer's `MLP_LAYER`. // (layerCount,) */
  layers: 'Int32Array',
  layerCount: 'i32',
  /** Room for the numbers of the widest layer, for those that are not 0, and for which these are. // (widest rounded up to eight,) each */
  hidden: 'Float64Array',
  values: 'Float64Array',
  places: 'Int32Array',
  /** // (count, the last layer's outputs) */
  out: 'Float32Array',
});
