import { useCallback } from 'react';
import { useFacet } from '../state/facet.tsx';
import { searchRoute } from '../state/route.ts';
import { isPhotoFile } from './photoFiles.ts';
import { useFilePicker } from './useFilePicker.ts';

/** What a person can do with files: add photos, add a folder, search by one. */
export function useIntakeActions() {
  const { intake, session, router, notices } = useFacet();
  const add = useCallback((files: File[]) => void intake.add(files), [intake]);
  const searchBy = useCallback(
    (files: File[]) => {
      const [file] = files.filter(isPhotoFile);
      if (file === undefined) {
        notices.error('No search was started', new Error(`${files[0]?.name ?? 'what was dropped'} is no photo.`));
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
