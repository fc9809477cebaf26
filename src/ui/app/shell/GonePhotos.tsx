import { lazy, Suspense } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';

/** Few ever see it, so it is loaded when it is wanted. */
const GoneDialog = lazy(() =>
  import('../../features/folders/GoneDialog.tsx').then((loaded) => ({ default: loaded.GoneDialog })),
);

/** What to do with photos whose files are gone, once a look through a folder found some. */
export function GonePhotos() {
  const { folders } = useFacet();
  const gone = useStore(folders.gone);
  if (gone === null) return null;
  return (
    <Suspense fallback={null}>
      <GoneDialog gone={gone} onClose={() => folders.gone.set(null)} />
    </Suspense>
  );
}
