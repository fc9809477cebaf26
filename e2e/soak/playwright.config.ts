import { longRun } from '../harness/longRun.ts';

/** `npm run soak`: the built app under faults for as long as it takes, an hour or more; FACET_SOAK_FAULTS says how many, FACET_SOAK_SEED which. */
export default longRun({ name: 'soak', timeout: 0, expect: 240_000 });
