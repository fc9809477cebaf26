import { longRun } from '../harness/longRun.ts';

/** `npm run test:webgpu`: the built app on WebGPU for as long as it takes on a software adapter, many minutes. */
export default longRun({ name: 'webgpu', timeout: 3_600_000, expect: 240_000 });
