import type { MeasuredPhoto } from '../../../pipeline/api/qualityVerbs.ts';
import { useObjectUrl } from '../../shared/controls/useObjectUrl.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import { FramedPicture } from './FramedPicture.tsx';
import { spoken } from './figureText.ts';
import styles from './quality.module.css';

interface MeasuredPictureProps {
  readonly photo: MeasuredPhoto;
  /** Whose winning box is drawn; null for none. */
  readonly category: string | null;
  readonly title: string;
}

/** A photo of the measured folder with the box that won a category; after a reload what the gallery has of it, or its name alone. */
export function MeasuredPicture({ photo, category, title }: MeasuredPictureProps) {
  const { measuring } = useFacet();
  const files = useStore(measuring.files);
  const url = useObjectUrl(files.get(photo.path));
  const told = photo.said.find((one) => one.category === category);
  const box = told?.box;
  return (
    <figure className={styles.measured}>
      <FramedPicture box={box}>
        {url === null ? (
          <Thumbnail id={photo.id} alt={title} className={styles.picture} />
        ) : (
          <img src={url} alt={title} className={styles.picture} loading="lazy" decoding="async" />
        )}
      </FramedPicture>
      {told && <figcaption>{say.quality.sure(spoken(told.category), Math.round(told.probability * 100))}</figcaption>}
    </figure>
  );
}
