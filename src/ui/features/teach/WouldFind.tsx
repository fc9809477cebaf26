import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import { percent } from '../../shared/model/format.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import styles from './Teach.module.css';
import type { TeachingState } from './useTeaching.ts';

interface WouldFindProps {
  readonly teaching: TeachingState;
  /** What is being taught, as it would be said; '' while it has no name. */
  readonly name: string;
}

/** What the examples so far would find, how many that are and how many of them are right. */
export function WouldFind({ teaching: { preview, answer }, name }: WouldFindProps) {
  const shown = preview.phase === 'failed' ? null : preview.shown;
  const said =
    preview.phase === 'failed'
      ? preview.message
      : shown === null
        ? say.teach.looking
        : shown.foundCount === 0 || shown.precision === null
          ? say.teach.nothing
          : say.teach.wouldFind(shown.foundCount, percent(shown.precision));
  return (
    <section className={styles.part} aria-label={say.teach.found}>
      <h3>{say.teach.found}</h3>
      <p role="status" className={styles.note} aria-busy={preview.phase === 'looking'}>
        {said}
      </p>
      {shown !== null && shown.untold > 0 && <p className={styles.note}>{say.teach.untold(shown.untold)}</p>}
      <ul className={styles.found}>
        {shown?.found.map((photo) => (
          <li key={photo.id} className={styles.tile}>
            <Thumbnail id={photo.id} alt={photo.name} />
            <Button
              label={say.teach.notThis(name, photo.name)}
              icon="close"
              shape="icon"
              look="quiet"
              onClick={() => answer(photo.id, 'no')}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
