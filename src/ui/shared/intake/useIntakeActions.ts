import { useCallback } from 'react';
import { useFacet } from '../facet/FacetProvider.tsx';
import { dropped } from '../files/droppedFiles.ts';
import { withoutHidden } from '../files/hiddenFiles.ts';
import { partedIndexes } from '../files/indexFile.ts';
import { useFilePicker } from '../files/useFilePicker.ts';
import { useFolderPicker } from '../files/useFolderPicker.ts';
import { say } from '../language/say.ts';
import { searchRoute } from '../route/route.ts';

/** What a person can do with files: add photos or a folder, search by one. */
export function useIntakeActions() {
  const { intake, folders, session, router, notices } = useFacet();
  const add = useCallback((files: File[]) => void intake.add(files), [intake]);
  const addDropped = useCallback(
    async (transfer: DataTransfer) => {
      const { files, folders: kept } = await dropped(transfer);
      for (const folder of kept) void folders.add(folder);
      if (files.length > 0 || kept.length === 0) await intake.add(files);
    },
    [intake, folders],
  );
  const searchBy = useCallback(
    (files: File[]) => {
      const [file] = withoutHidden(files);
      if (file === undefined) {
        notices.error(say.intake.noSearch, say.intake.onlyHidden);
        return;
      }
      void partedIndexes([file]).then(({ indexes }) => {
        // An index is no photo to search by; adding it offers to import it.
        if (indexes.length > 0) add([file]);
        else router.go(searchRoute(session.keep(file)));
      });
    },
    [session, router, notices, add],
  );
  return {
    add,
    addDropped,
    searchBy,
    pickPhotos: useFilePicker('photos', add),
    pickFolder: useFolderPicker(folders.add, add),
    pickQuery: useFilePicker('photo', searchBy),
  };
}
