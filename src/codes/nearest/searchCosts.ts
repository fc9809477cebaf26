/**
 * What the planner reckons with, in nanoseconds of one core. The values below were measured by `npm run bench -- --only codes` on a
 * server core of 2.6 GHz (Xeon, 2026); what counts is how they compare, and that differs less between machines than they do.
 * `measureCosts` measures them where one is.
 */
export interface SearchCosts {
  /** To read one code in a scan. */
  readonly scannedCode: number;
  /** To find the bucket of one value in a table. */
  readonly lookup: number;
  /** To measure one member of a bucket: random access to its code. */
  readonly member: number;
  /** Before and after every search, whatever it does. */
  readonly search: number;
  /** How the scan counts bits: by words (an instruction of x86), or by vectors (of ARM). */
  readonly countsBy: 'words' | 'vectors';
}

export const DEFAULT_COSTS: SearchCosts = {
  scannedCode: 0.4,
  lookup: 4,
  member: 6,
  search: 2000,
  countsBy: 'words',
};
