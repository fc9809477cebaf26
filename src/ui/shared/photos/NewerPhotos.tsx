import { Button } from '../controls/Button.tsx';
import { counted } from '../model/format.ts';
import styles from './NewerPhotos.module.css';

interface NewerPhotosProps {
  /** How many photos were added since the answer; negative when some were removed. */
  readonly newer: number;
  readonly onAgain: () => void;
}

/** Offers to ask again once the gallery is no longer the one that was searched. */
export function NewerPhotos({ newer, onAgain }: NewerPhotosProps) {
  if (newer === 0) return null;
  return (
    <span className={styles.newer}>
      {newer > 0 ? `${counted(newer, 'photo')} added since this search.` : 'Photos were removed since this search.'}
      <Button label="Search again" icon="retry" onClick={onAgain} />
    </span>
  );
}
