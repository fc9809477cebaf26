import { useFacet } from '../facet/FacetProvider.tsx';
import { usePhotosById } from '../facet/useSnapshot.ts';
import type { SearchSubject } from '../route/searchSubject.ts';

/** The file name of the query. */
export function useSubjectName(of: SearchSubject): string {
  const { session } = useFacet();
  const photos = usePhotosById();
  if (of.kind === 'photo') return photos.get(of.id)?.name ?? 'A photo that was removed';
  const name = session.file(of.key)?.name;
  return name === undefined || name === '' ? 'Query photo' : name;
}
