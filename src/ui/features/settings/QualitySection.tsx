import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { NO_OVERLAY } from '../../shared/route/route.ts';
import styles from './settings.module.css';

/** The way to the view that measures how good Facet is. */
export function QualitySection() {
  const { router } = useFacet();
  return (
    <section className={styles.section} aria-label={say.quality.title}>
      <h3>{say.quality.title}</h3>
      <p>{say.quality.about}</p>
      <div className={styles.row}>
        <Button
          label={say.quality.open}
          onClick={() => router.go({ base: { view: 'quality' }, overlay: NO_OVERLAY })}
        />
      </div>
    </section>
  );
}
