import { useFacet } from '../facet/FacetProvider.tsx';
import { usePhotoSummary } from '../facet/usePhotoSummary.ts';
import { say } from '../language/say.ts';
import type { SearchSubject } from '../route/searchSubject.ts';

/** The file name of the query. */
export function useSubjectName(of: SearchSubject): string {
  const { session } = useFacet();
  const photo = usePhotoSummary(of.kind === 'photo' ? of.id : null);
  if (of.kind === 'photo') return photo === null ? say.common.removedPhoto : (photo?.name ?? '');
  const name = session.file(of.key)?.name;
  return name === undefined || name === '' ? say.common.queryPhoto : name;
}
