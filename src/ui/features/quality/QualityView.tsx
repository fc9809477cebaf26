import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { GALLERY } from '../../shared/route/route.ts';
import { FolderPart } from './FolderPart.tsx';
import { OwnPart } from './OwnPart.tsx';
import styles from './quality.module.css';
import { TrainPart } from './TrainPart.tsx';

/** How good Facet is: on a labelled folder, and by a person's answers about their own photos. */
export function QualityView() {
  const { router } = useFacet();
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button label={say.common.gallery} icon="back" look="quiet" onClick={() => router.base(GALLERY)} />
        <h1 className={styles.title}>{say.quality.title}</h1>
      </div>
      <p className={styles.text}>{say.quality.about}</p>
      <FolderPart />
      <OwnPart />
      <TrainPart />
    </div>
  );
}
