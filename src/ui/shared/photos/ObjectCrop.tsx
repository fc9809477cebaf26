import { usePhotoSummary } from '../facet/usePhotoSummary.ts';
import { cropAround, croppedStyle } from '../model/crop.ts';
import type { BoundObject } from '../route/askChip.ts';
import styles from './ObjectCrop.module.css';
import { SubjectPicture } from './SubjectPicture.tsx';

interface ObjectCropProps {
  readonly object: BoundObject;
  readonly alt: string;
}

const WHOLE = { x0: 0, y0: 0, x1: 1, y1: 1 };

/** The object cut out of its photo, in a square as large as the box around it. */
export function ObjectCrop({ object: { of, region }, alt }: ObjectCropProps) {
  const photo = usePhotoSummary(of.kind === 'photo' ? of.id : null);
  const photoAspect = photo === null || photo === undefined ? 1 : photo.width / photo.height;
  const crop = cropAround(region ?? WHOLE, { photoAspect, frameAspect: 1, margin: 0.04, largestZoom: 12 });
  return (
    <span className={styles.frame}>
      <span className={styles.picture} style={croppedStyle(crop)}>
        <SubjectPicture of={of} alt={alt} className={styles.image} />
      </span>
    </span>
  );
}
