import { useFacet, usePhotosById } from '../../shared/state/facet.tsx';
import type { SearchSubject } from '../../shared/state/route.ts';

/** The file name of what is searched by. */
export function useSubjectName(of: SearchSubject): string {
  const { session } = useFacet();
  const photos = usePhotosById();
  if (of.kind === 'photo') return photos.get(of.id)?.name ?? 'A photo that was removed';
  const name = session.file(of.key)?.name;
  return name === undefined || name === '' ? 'Query photo' : name;
}
