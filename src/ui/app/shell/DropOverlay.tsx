import { useEffect } from 'react';
import { droppedFiles } from '../../shared/files/droppedFiles.ts';
import { isPhotoFile } from '../../shared/files/photoFiles.ts';
import { useIntakeActions } from '../../shared/files/useIntakeActions.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import { DropTarget } from './DropTarget.tsx';
import styles from './shell.module.css';
import { useFileDrag } from './useFileDrag.ts';

/**
 * Files dragged over the page or pasted into it. With photos in the gallery there are two things to do with them, so
 * there are two targets; a pasted photo is searched by, and can be added instead.
 */
export function DropOverlay() {
  const { notices } = useFacet();
  const { photos, state } = useSnapshot();
  const { add, searchBy } = useIntakeActions();
  const { dragging } = useFileDrag();
  const searchable = photos.length > 0;

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.clipboardData === null || event.clipboardData.files.length === 0) return;
      event.preventDefault();
      void droppedFiles(event.clipboardData).then((files) => {
        const pasted = files.filter(isPhotoFile);
        if (!searchable || pasted.length !== 1) {
          add(files);
          return;
        }
        searchBy(pasted);
        notices.info('Searching by the pasted photo.', { label: 'Add it to the gallery', run: () => add(pasted) });
      });
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [searchable, add, searchBy, notices]);

  if (!dragging || state.phase !== 'ready') return null;
  return (
    <div className={styles.dropOverlay}>
      <DropTarget name="Add to the gallery" hint="Photos or whole folders" icon="add" onFiles={add} />
      {searchable && (
        <DropTarget name="Search by this photo" hint="It is looked at, not kept" icon="search" onFiles={searchBy} />
      )}
    </div>
  );
}
