import { useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { droppedFiles } from '../../shared/files/droppedFiles.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { engineName } from '../../shared/model/engineName.ts';
import styles from './Welcome.module.css';
import { WelcomePicture } from './WelcomePicture.tsx';

/** The page without photos: what Facet does, what it promises, and what to do first. */
export function Welcome() {
  const { notices } = useFacet();
  const engine = useSnapshot((snapshot) => snapshot.engine);
  const engineStep = useSnapshot((snapshot) => snapshot.engineStep);
  const { add, pickPhotos, pickFolder } = useIntakeActions();
  const [over, setOver] = useState(false);
  return (
    <div className={styles.welcome}>
      <section
        className={`${styles.zone} ${over ? styles.zoneOver : ''}`}
        aria-label="Drop photos here"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          droppedFiles(event.dataTransfer).then(add, (error: unknown) =>
            notices.failed('The dropped files could not be read', error),
          );
        }}
      >
        <div>
          <h1 className={styles.headline}>Find photos by what is in them.</h1>
          <p className={styles.lead}>
            Drop a folder. Facet finds the objects in every photo. Then any photo, or any single object in one, can
            start a search.
          </p>
          <div className={styles.actions}>
            <Button label="Choose a folder" icon="folder" look="primary" onClick={pickFolder} />
            <Button label="Choose photos" icon="photos" onClick={pickPhotos} />
          </div>
          <p className={styles.hint}>Or drop them anywhere on this page, or paste them.</p>
          <div className={styles.facts}>
            <p className={styles.fact}>
              <Icon name="lock" size={20} />
              <span>
                <b>Your photos never leave this device.</b> There is no server, no account and no upload. Once this page
                is open it works with the network switched off.
              </span>
            </p>
            <p className={styles.fact}>
              <Icon name="chip" size={20} />
              {engine === null ? (
                <span>
                  <b>Getting ready. You can already choose photos.</b> {engineStep}
                </span>
              ) : (
                <span>
                  <b>
                    Runs on {engineName(engine)}
                    {engine.detail === '' ? '' : `, ${engine.detail}`}.
                  </b>{' '}
                  {engine.reason}
                </span>
              )}
            </p>
          </div>
        </div>
        <WelcomePicture />
      </section>
    </div>
  );
}
