import { useEffect, useMemo } from 'react';
import type { PhotoNumber } from '../../../pipeline/api/photoNumber.ts';
import { useFacet } from '../facet/FacetProvider.tsx';
import { useStore } from '../facet/useSnapshot.ts';
import { cropAround, croppedStyle, withinCrop } from '../model/crop.ts';
import type { WinningRegions } from '../thumbnails/winningRegions.ts';
import styles from './HitTile.module.css';
import { Thumbnail } from './Thumbnail.tsx';

const CROP = { frameAspect: 4 / 3, margin: 0.22, largestZoom: 2.2 };

interface CroppedThumbnailProps {
  readonly id: string;
  /** Width / height of the photo. */
  readonly aspect: number;
  readonly number: PhotoNumber;
  /** What to crop around, by the names that the heads have for it; nothing shows the whole photo. */
  readonly categories: readonly string[];
  readonly regions: WinningRegions;
}

/** A photo's thumbnail, cropped around what it was found for; the outline of that is seen on hover and focus. */
export function CroppedThumbnail({ id, aspect, number, categories, regions }: CroppedThumbnailProps) {
  const watched = useMemo(
    () => (categories.length === 0 ? NO_REGION : regions.watchAll(number, categories)),
    [regions, number, categories],
  );
  const region = useStore(watched);
  const { thumbnails } = useFacet();
  // The picture need not wait until it is known how it is cropped.
  useEffect(() => thumbnails.watch(id).subscribe(() => {}), [thumbnails, id]);
  if (region === undefined) return null;
  if (region === null) return <Thumbnail id={id} alt="" />;
  const crop = cropAround(region, { ...CROP, photoAspect: aspect });
  const { x0, y0, x1, y1 } = withinCrop(region, crop);
  const outline = {
    left: `${x0 * 100}%`,
    top: `${y0 * 100}%`,
    width: `${(x1 - x0) * 100}%`,
    height: `${(y1 - y0) * 100}%`,
  };
  return (
    <>
      <span className={styles.crop} style={croppedStyle(crop)}>
        <Thumbnail id={id} alt="" />
      </span>
      <span className={styles.outline} style={outline} />
    </>
  );
}

const NO_REGION = { getSnapshot: () => null, subscribe: () => () => {} };
