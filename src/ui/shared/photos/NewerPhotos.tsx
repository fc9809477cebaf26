import { Button } from '../controls/Button.tsx';
import { say } from '../language/say.ts';
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
      {newer > 0 ? say.common.addedSince(newer) : say.common.removedSince}
      <Button label={say.common.searchAgain} icon="retry" onClick={onAgain} />
    </span>
  );
}
