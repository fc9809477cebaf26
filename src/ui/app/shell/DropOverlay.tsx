import { useEffect } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useRoute, useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { droppedFiles } from '../../shared/files/droppedFiles.ts';
import { withoutHidden } from '../../shared/files/hiddenFiles.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { say } from '../../shared/language/say.ts';
import styles from './DropOverlay.module.css';
import { DropTarget } from './DropTarget.tsx';
import { useFileDrag } from './useFileDrag.ts';

/**
 * Files dragged over the page or pasted into it. With photos in the gallery there are two things to do with files, so
 * there are two targets; a pasted photo starts a search, and can be added instead.
 */
export function DropOverlay() {
  const { notices, measuring, training } = useFacet();
  const searchable = useSnapshot((snapshot) => snapshot.gallery.total > 0);
  const ready = useSnapshot((snapshot) => snapshot.state.phase === 'ready');
  const { add, addDropped, searchBy } = useIntakeActions();
  const dragging = useFileDrag();
  const measures = useRoute((route) => route.base.view === 'quality');

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.clipboardData === null || event.clipboardData.files.length === 0) return;
      event.preventDefault();
      void droppedFiles(event.clipboardData).then((files) => {
        const pasted = withoutHidden(files);
        if (!searchable || pasted.length !== 1) {
          add(files);
          return;
        }
        searchBy(pasted);
        notices.info(say.app.pasted, { label: say.app.addPasted, run: () => add(pasted) });
      });
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [searchable, add, searchBy, notices]);

  if (!dragging || !ready) return null;
  if (measures)
    return (
      <div className={styles.dropOverlay}>
        <DropTarget
          name={say.quality.drop}
          hint={say.quality.dropHint}
          icon="folder"
          onDropped={(transfer) => droppedFiles(transfer).then(measuring.begin)}
        />
        <DropTarget
          name={say.training.drop}
          hint={say.quality.dropHint}
          icon="folder"
          onDropped={(transfer) => droppedFiles(transfer).then(training.begin)}
        />
      </div>
    );
  return (
    <div className={styles.dropOverlay}>
      <DropTarget name={say.common.addToGallery} hint={say.app.dropHint} icon="add" onDropped={addDropped} />
      {searchable && (
        <DropTarget
          name={say.app.dropSearch}
          hint={say.app.dropSearchHint}
          icon="search"
          onDropped={(transfer) => droppedFiles(transfer).then(searchBy)}
        />
      )}
    </div>
  );
}
