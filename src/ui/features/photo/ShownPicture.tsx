import type { PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './Stage.module.css';
import type { FullPicture } from './useFullPicture.ts';

interface ShownPictureProps {
  readonly photo: PhotoSummary;
  readonly full: FullPicture;
}

/** The thumbnail at first, then the best picture there is as soon as it is decoded. */
export function ShownPicture({ photo, full }: ShownPictureProps) {
  if (full.phase === 'decoded')
    return <img className={styles.picture} src={full.url} alt={photo.name} draggable={false} />;
  return <Thumbnail key={String(photo.pictured)} id={photo.id} alt={photo.name} className={styles.picture} />;
}
