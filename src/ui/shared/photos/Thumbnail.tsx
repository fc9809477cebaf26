import { useMemo } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../facet/FacetProvider.tsx';
import { useStore } from '../facet/useSnapshot.ts';
import styles from './Thumbnail.module.css';

interface ThumbnailProps {
  readonly id: PhotoId;
  readonly alt: string;
  readonly className?: string | undefined;
}

/** A photo's thumbnail; a plain ground until it is loaded. The cache revokes its address. */
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
