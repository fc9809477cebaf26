import { usePhotosById } from '../../shared/facet/useSnapshot.ts';
import { SubjectPicture } from '../../shared/photos/SubjectPicture.tsx';
import type { BoundObject } from '../../shared/route/combineChip.ts';
import styles from './combine.module.css';

/** Side of the square that the object is shown in, CSS pixels. */
const SIDE = 72;

interface ObjectCropProps {
  readonly object: BoundObject;
  readonly alt: string;
}

/** The object cut out of its photo, as large as its square allows. */
export function ObjectCrop({ object: { of, region }, alt }: ObjectCropProps) {
  const photos = usePhotosById();
  const photo = of.kind === 'photo' ? photos.get(of.id) : undefined;
  const { x0, y0, x1, y1 } = region ?? { x0: 0, y0: 0, x1: 1, y1: 1 };
  const aspect = photo === undefined ? 1 : photo.width / photo.height;
  // The longer side of the region fills the square.
  const unit = SIDE / Math.max((x1 - x0) * aspect, y1 - y0);
  const left = (SIDE - (x0 + x1) * aspect * unit) / 2;
  const top = (SIDE - (y0 + y1) * unit) / 2;
  return (
    <div className={styles.crop} style={{ left, top, width: unit * aspect, height: unit }}>
      <SubjectPicture of={of} alt={alt} className={styles.cropPicture} />
    </div>
  );
}
