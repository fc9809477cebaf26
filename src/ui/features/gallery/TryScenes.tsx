import { useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { drawnScenes } from '../../shared/files/drawnScenes.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { say } from '../../shared/language/say.ts';
import styles from './Welcome.module.css';

/** A first try without photos of one's own: scenes drawn for Facet, added as photos would be, and a tour. */
export function TryScenes() {
  const { tour, notices } = useFacet();
  const { add } = useIntakeActions();
  const [painting, setPainting] = useState(false);
  const start = () => {
    setPainting(true);
    drawnScenes().then(
      (scenes) => {
        add(scenes);
        tour.start(say.scenes.folder);
      },
      (error: unknown) => {
        setPainting(false);
        notices.failed(say.welcome.noScenes, error);
      },
    );
  };
  return (
    <div className={styles.try}>
      <Button label={say.welcome.tryScenes} icon="photos" look="quiet" disabled={painting} onClick={start} />
    </div>
  );
}
