import { useCallback } from 'react';
import { useFacet } from '../facet/FacetProvider.tsx';
import { withoutHidden } from '../files/hiddenFiles.ts';
import { useFilePicker } from '../files/useFilePicker.ts';
import { searchRoute } from '../route/route.ts';

/** What a person can do with files: add photos or a folder, search by one. */
export function useIntakeActions() {
  const { intake, session, router, notices } = useFacet();
  const add = useCallback((files: File[]) => void intake.add(files), [intake]);
  const searchBy = useCallback(
    (files: File[]) => {
      const [file] = withoutHidden(files);
      if (file === undefined) {
        notices.error('No search was started', 'The folder is empty, or there are only hidden files in it.');
        return;
      }
      router.go(searchRoute(session.keep(file)));
    },
    [session, router, notices],
  );
  return {
    add,
    searchBy,
    pickPhotos: useFilePicker('photos', add),
    pickFolder: useFilePicker('folder', add),
    pickQuery: useFilePicker('photo', searchBy),
  };
}
