import { useState } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { ConfirmDialog } from '../../shared/controls/ConfirmDialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { counted } from '../../shared/model/format.ts';
import styles from './SelectionBar.module.css';

interface SelectionBarProps {
  readonly selected: ReadonlySet<PhotoId>;
  readonly onClear: () => void;
  readonly onAll: () => void;
}

/** What can be done with the selected photos. */
export function SelectionBar({ selected, onClear, onAll }: SelectionBarProps) {
  const { pipeline, notices } = useFacet();
  const [asking, setAsking] = useState(false);
  const photos = counted(selected.size, 'photo');

  const remove = () => {
    pipeline.removePhotos([...selected]).then(
      () => notices.info(`${photos} removed from the gallery. The files themselves are untouched.`),
      (error: unknown) => notices.failed(`${photos} could not be removed`, error),
    );
    onClear();
  };

  return (
    <>
      <div className={styles.selection} role="toolbar" aria-label="Selection">
        <b>{selected.size} selected</b>
        <Button label="Select all" look="quiet" onClick={onAll} />
        <Button label="Remove" icon="trash" look="danger" onClick={() => setAsking(true)} />
        <Button label="Clear selection" icon="close" look="quiet" shape="icon" onClick={onClear} />
      </div>
      {asking && (
        <ConfirmDialog
          title={`Remove ${photos}?`}
          text="They and everything found in them leave this gallery. The files on your disk stay as they are."
          confirm="Remove"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
