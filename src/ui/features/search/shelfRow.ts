import type { CategoryRow } from '../../../pipeline/api/pipeline.ts';
import type { PhotoHit } from '../../shared/model/hitList.ts';

/** One category's row of an answer, with the hits that the slider leaves. */
export interface ShelfRow {
  readonly row: CategoryRow;
  readonly hits: readonly PhotoHit[];
  readonly shown: readonly PhotoHit[];
}
