import type { DuplicateGroup } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotosById } from '../../shared/facet/useSnapshot.ts';
import { fileSize } from '../../shared/model/format.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './duplicates.module.css';

interface DuplicateCardProps {
  readonly group: DuplicateGroup;
  readonly onDismiss: () => void;
}

const TITLE = { exact: 'The same file', near: 'The same picture' } as const;

export function DuplicateCard({ group, onDismiss }: DuplicateCardProps) {
  const { router } = useFacet();
  const byId = usePhotosById();
  const photos = group.ids.flatMap((id) => byId.get(id) ?? []);
  return (
    <section className={styles.group} aria-label={TITLE[group.kind]}>
      <div className={styles.groupHead}>
        <h2>{TITLE[group.kind]}</h2>
        {group.kind === 'near' && <Button label="Not duplicates" onClick={onDismiss} />}
      </div>
      <ul className={styles.photos}>
        {photos.map((photo) => (
          <li key={photo.id} className={styles.photo}>
            <button type="button" className={styles.open} onClick={() => router.open({ kind: 'photo', id: photo.id })}>
              <Thumbnail id={photo.id} alt={photo.name} />
            </button>
            <b>{photo.name}</b>
            {photo.width} × {photo.height} · {fileSize(photo.size)}
          </li>
        ))}
        {group.kind === 'exact' && (
          <li className={styles.paths}>
            {group.paths.map((path) => (
              <p key={path}>{path}</p>
            ))}
          </li>
        )}
      </ul>
    </section>
  );
}
