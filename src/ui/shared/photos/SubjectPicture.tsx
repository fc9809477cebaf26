import { useObjectUrl } from '../controls/useObjectUrl.ts';
import { useFacet } from '../facet/FacetProvider.tsx';
import type { SearchSubject } from '../route/searchSubject.ts';
import { Thumbnail } from './Thumbnail.tsx';

interface SubjectPictureProps {
  readonly of: SearchSubject;
  readonly alt: string;
  readonly className?: string | undefined;
}

/** The picture that is searched by: a photo of the gallery, or a file that the page was given. */
export function SubjectPicture({ of, alt, className = '' }: SubjectPictureProps) {
  const { session } = useFacet();
  const url = useObjectUrl(of.kind === 'file' ? session.file(of.key) : undefined);
  if (of.kind === 'photo') return <Thumbnail id={of.id} alt={alt} className={className} />;
  if (url === null) return <span className={className} role="img" aria-label={alt} />;
  return <img className={className} src={url} alt={alt} draggable={false} />;
}
