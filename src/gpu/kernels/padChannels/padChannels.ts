import { dispatch } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { Tensor4D } from '../../tfjs/tfjs.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { padChannelsReference } from './padChannels.reference.ts';
import code from './padChannels.wgsl?raw';

const program = shader('padChannels', code);

interface Attributes {
  readonly channels: number;
}

export const padChannelsKernel = defineKernel<Attributes>({
  name: 'FacetPadChannels',
  shaders: [program],
  webgpu(backend, inputs, { channels }) {
    const { map } = inputs as { map: Tensor4D };
    const [batch, height, width, depth] = map.shape;
    const cells = batch * height * width;
    const quads = channels / 4;
    const groups = Math.ceil((cells * quads) / program.workgroupSize[0]);
    const across = Math.min(groups, 32_768);
    return dispatch(backend, program, {
      inputs: [map],
      outputs: [{ shape: [batch, height, width, channels], dtype: 'float32' }],
      uniforms: { cells, depth, quads },
      workgroups: [across, Math.ceil(groups / across), 1],
    });
  },
  plain(inputs, values, { channels }) {
    const [batch, height, width, depth] = (inputs as { map: Tensor4D }).map.shape;
    return [{ shape: [batch, height, width, channels], values: padChannelsReference(values('map'), depth, channels) }];
  },
});

/**
 * Zeros behind the last channel.
 * @param map // (batch, height, width, depth), not empty
 * @param channels of the result: a multiple of 4, at least `depth`
 */
export function padChannels(map: Tensor4D, channels: number): Tensor4D {
  if (map.rank !== 4 || map.size === 0)
    throw new Error(`padChannels: got [${map.shape.join(', ')}], wanted (batch, height, width, depth)`);
  if (channels % 4 !== 0 || channels < map.shape[3]) {
    throw new Error(
      `padChannels: got ${channels} channels for ${map.shape[3]}, wanted a multiple of 4 that is not less`,
    );
  }
  const [padded] = runKernel(padChannelsKernel, { map }, { channels });
  return padded as Tensor4D;
}
