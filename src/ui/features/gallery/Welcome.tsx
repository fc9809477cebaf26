import { useState } from 'react';
import { engineName } from '../../app/shell/engineName.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { droppedFiles } from '../../shared/files/droppedFiles.ts';
import { useIntakeActions } from '../../shared/files/useIntakeActions.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import styles from './Welcome.module.css';
import { WelcomePicture } from './WelcomePicture.tsx';

/** The page without photos: what Facet does, what it promises, and one thing to do. */
export function Welcome() {
  const { notices } = useFacet();
  const { engine, engineStep } = useSnapshot();
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
            notices.error('The dropped files could not be read', error),
          );
        }}
      >
        <div>
          <h1 className={styles.headline}>Find photos by what is in them.</h1>
          <p className={styles.lead}>
            Drop a folder. Facet finds the objects in every photo, and then any photo, or any single thing in it, is a
            search.
          </p>
          <div className={styles.actions}>
            <Button label="Choose a folder" icon="folder" look="primary" onClick={pickFolder} />
            <Button label="Choose photos" icon="photos" onClick={pickPhotos} />
          </div>
          <p className={styles.hint}>Or drop them anywhere on this page, or paste.</p>
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
                  <b>Getting ready; photos can be chosen already.</b> {engineStep}
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
