import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { useRovingTiles } from '../../shared/controls/useRovingTiles.ts';
import { usePhotoSummaries } from '../../shared/facet/usePhotoSummary.ts';
import { say } from '../../shared/language/say.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './Filmstrip.module.css';

/** Width of a tile with the gap after it, CSS pixels; as in the style sheet. */
const PITCH = 60;
/** The strip holds the opened photo's thousand, the thousand before and the thousand after: a browser makes no box as wide as a large gallery. */
const STRETCH = 1000;

interface FilmstripProps {
  readonly photos: Uint32Array | readonly PhotoId[];
  /** Place of the opened photo. */
  readonly place: number;
  readonly onGo: (id: PhotoId) => void;
}

/** The photos before and after the opened one, small and in a row. */
export function Filmstrip({ photos, place, onGo }: FilmstripProps) {
  const stretch = Math.floor(place / STRETCH);
  const from = Math.max(0, (stretch - 1) * STRETCH);
  const near = useMemo(() => photos.slice(from, (stretch + 2) * STRETCH), [photos, from, stretch]);
  return <Strip photos={near} from={from} place={place - from} onGo={onGo} />;
}

interface StripProps extends FilmstripProps {
  /** Place of its first photo in the whole list. */
  readonly from: number;
}

function Strip({ photos, from, place, onGo }: StripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    horizontal: true,
    count: photos.length,
    getScrollElement: () => strip.current,
    estimateSize: () => PITCH,
    overscan: 6,
  });
  const { active, setActive, onKeyDown } = useRovingTiles(strip, photos.length, photos.length, (at) =>
    virtual.scrollToIndex(at, { align: 'auto' }),
  );
  useEffect(() => {
    virtual.scrollToIndex(place, { align: 'center' });
    setActive(place);
  }, [virtual, place, setActive]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = first + items.length;
  const inSight = useMemo(() => photos.slice(first, last), [photos, first, last]);
  const summaries = usePhotoSummaries(inSight);
  return (
    <div ref={strip} className={styles.strip} role="group" aria-label={say.photo.filmstrip}>
      <div className={styles.row} style={{ width: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const photo = summaries[index - first];
          return (
            <button
              key={index}
              type="button"
              className={styles.tile}
              style={{ left: start }}
              aria-label={photo?.name ?? say.photo.numbered(from + index + 1)}
              aria-current={index === place ? 'true' : undefined}
              data-tile={index}
              tabIndex={index === active ? 0 : -1}
              onFocus={() => setActive(index)}
              onKeyDown={onKeyDown}
              onClick={() => {
                if (photo !== null && photo !== undefined) onGo(photo.id);
              }}
            >
              {photo !== null && photo !== undefined && <Thumbnail id={photo.id} alt="" className={styles.picture} />}
            </button>
          );
        })}
      </div>
    </div>
  );
}
