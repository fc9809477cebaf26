import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './Teach.module.css';
import type { TeachingState } from './useTeaching.ts';

/** One photo that Facet is not sure of, and what a person says. */
export function Question({ asking, preview, answer, askMore }: TeachingState) {
  const photo = asking.photos[asking.place];
  const next = preview.phase === 'shown' ? preview.shown.questions.length : 0;
  if (asking.photos.length === 0 && preview.phase !== 'shown') return null;
  return (
    <section className={styles.part} aria-label={say.teach.question}>
      <h3>
        {say.teach.question}{' '}
        {photo && <span className={styles.count}>{say.counts.of(asking.place + 1, asking.photos.length)}</span>}
      </h3>
      {photo ? (
        <div className={styles.question}>
          <div className={styles.asked} style={{ aspectRatio: `${photo.width} / ${photo.height}` }}>
            <Thumbnail key={photo.id} id={photo.id} alt={photo.name} className={styles.picture} />
          </div>
          <div className={styles.answers}>
            <Button label={say.teach.yes} icon="check" shape="wide" onClick={() => answer(photo.id, 'yes')} />
            <Button label={say.teach.no} icon="close" shape="wide" onClick={() => answer(photo.id, 'no')} />
            <Button label={say.teach.skip} look="quiet" shape="wide" onClick={() => answer(photo.id, 'skip')} />
          </div>
        </div>
      ) : (
        <div className={styles.more}>
          <p className={styles.note}>
            {asking.photos.length > 0 && next > 0 ? say.teach.answeredAll : next === 0 ? say.teach.noQuestions : ''}
          </p>
          {next > 0 && <Button label={say.teach.askMore(next)} onClick={askMore} />}
        </div>
      )}
    </section>
  );
}
