import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import styles from './GalleryToolbar.module.css';

/** How many photos could not be read back, and what helps; nothing where all could. */
export function DamagedPhotos() {
  const damaged = useSnapshot(({ gallery }) => gallery.damaged);
  if (damaged === 0) return null;
  return <span className={styles.damaged}>{say.common.damaged(damaged)}</span>;
}
