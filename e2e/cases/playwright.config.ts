import { longRun } from '../harness/longRun.ts';

/** `npm run test:cases`: files that once were read wrongly, through the built app. */
export default longRun({ name: 'cases', timeout: 1_800_000, expect: 120_000 });
