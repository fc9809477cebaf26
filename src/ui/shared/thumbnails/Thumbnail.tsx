import { useMemo } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { useFacet, useStore } from '../state/facet.tsx';
import styles from './Thumbnail.module.css';

interface ThumbnailProps {
  readonly id: PhotoId;
  readonly alt: string;
  readonly className?: string | undefined;
}

/** A photo's thumbnail; a quiet ground until it is there. Its address is revoked by the cache. */
export function Thumbnail({ id, alt, className = styles.thumbnail }: ThumbnailProps) {
  const { thumbnails } = useFacet();
  const state = useStore(useMemo(() => thumbnails.watch(id), [thumbnails, id]));
  if (state.phase === 'missing' && alt !== '') {
    return (
      <span className={`${className} ${styles.missing}`} role="img" aria-label={alt}>
        {alt}
      </span>
    );
  }
  if (state.phase !== 'ready')
    return <span className={className} {...(alt === '' ? {} : { role: 'img', 'aria-label': alt })} />;
  return (
    <img className={`${className} ${styles.ready}`} src={state.url} alt={alt} decoding="async" draggable={false} />
  );
}
