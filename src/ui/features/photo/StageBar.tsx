import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './Stage.module.css';

interface StageBarProps {
  readonly place: string;
  readonly previous: PhotoId | null;
  readonly next: PhotoId | null;
  readonly onGo: (id: PhotoId | null) => void;
}

export function StageBar({ place, previous, next, onGo }: StageBarProps) {
  const { router } = useFacet();
  return (
    <div className={styles.stageBar}>
      <Button label={say.photo.close} icon="close" shape="icon" onClick={() => router.close()} />
      <span className={styles.stagePlace}>{place}</span>
      <div className={styles.steps}>
        <Button
          label={say.photo.previous}
          icon="back"
          shape="icon"
          disabled={previous === null}
          onClick={() => onGo(previous)}
        />
        <Button label={say.photo.next} icon="next" shape="icon" disabled={next === null} onClick={() => onGo(next)} />
      </div>
    </div>
  );
}
