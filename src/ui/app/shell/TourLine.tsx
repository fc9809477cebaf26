import { WHOLE_GALLERY } from '../../../pipeline/api/galleryQuery.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { TOUR_STEPS } from '../../shared/state/tour.ts';
import styles from './TourLine.module.css';

/** The tour: what to try next, in three steps at the foot of the page. */
export function TourLine() {
  const { tour, pipeline, notices } = useFacet();
  const step = useStore(tour.step);
  if (step === null) return null;
  const place = TOUR_STEPS.indexOf(step) + 1;
  const last = place === TOUR_STEPS.length;
  const removeScenes = async () => {
    tour.leave();
    try {
      const { numbers } = await pipeline.find({ ...WHOLE_GALLERY, folder: tour.folder });
      const scenes = await pipeline.summaries(numbers);
      await pipeline.removePhotos(scenes.flatMap((scene) => (scene === null ? [] : [scene.id])));
    } catch (error) {
      notices.failed(say.tour.notRemoved, error);
    }
  };
  return (
    <section className={styles.tour} aria-label={say.tour.label}>
      <span className={styles.place}>{say.counts.of(place, TOUR_STEPS.length)}</span>
      <p role="status">{say.tour[step]}</p>
      <span className={styles.actions}>
        {last ? (
          <>
            <Button label={say.tour.removeScenes} look="quiet" onClick={() => void removeScenes()} />
            <Button label={say.tour.done} look="primary" onClick={tour.leave} />
          </>
        ) : (
          <>
            <Button label={say.tour.skip} look="quiet" onClick={tour.leave} />
            <Button label={say.tour.next} look="primary" onClick={tour.next} />
          </>
        )}
      </span>
    </section>
  );
}
