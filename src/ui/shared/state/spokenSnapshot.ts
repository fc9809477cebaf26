import type { PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { spokenName } from '../model/spokenName.ts';
import type { Readable } from '../store/store.ts';

/**
 * The pipeline's snapshot with category names as people write them ('potted plant' for 'pottedplant'). It is done in
 * this one place, so that filters, addresses and labels agree. The same snapshot gives the same object.
 */
export function spokenSnapshot(pipeline: Pick<Pipeline, 'getSnapshot' | 'subscribe'>): Readable<PipelineSnapshot> {
  let raw: PipelineSnapshot | null = null;
  let spoken: PipelineSnapshot | null = null;
  let categories: {
    readonly raw: PipelineSnapshot['categories'];
    readonly spoken: PipelineSnapshot['categories'];
  } | null = null;
  return {
    subscribe: (listener) => pipeline.subscribe(listener),
    getSnapshot: () => {
      const latest = pipeline.getSnapshot();
      if (spoken !== null && latest === raw) return spoken;
      if (categories === null || categories.raw !== latest.categories) {
        categories = {
          raw: latest.categories,
          spoken: latest.categories.map((one) => ({ ...one, name: spokenName(one.name) })),
        };
      }
      raw = latest;
      spoken = { ...latest, categories: categories.spoken };
      return spoken;
    },
  };
}
