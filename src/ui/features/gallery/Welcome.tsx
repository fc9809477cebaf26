import { useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { say } from '../../shared/language/say.ts';
import { engineName } from '../../shared/model/engineName.ts';
import { DamagedPhotos } from './DamagedPhotos.tsx';
import { TryScenes } from './TryScenes.tsx';
import styles from './Welcome.module.css';
import { WelcomePicture } from './WelcomePicture.tsx';

/** The page without photos: what Facet does, what it promises, and what to do first. */
export function Welcome() {
  const { notices } = useFacet();
  const engine = useSnapshot((snapshot) => snapshot.engine);
  const engineStep = useSnapshot((snapshot) => snapshot.engineStep);
  const { addDropped, pickPhotos, pickFolder } = useIntakeActions();
  const [over, setOver] = useState(false);
  return (
    <div className={styles.welcome}>
      <section
        className={`${styles.zone} ${over ? styles.zoneOver : ''}`}
        aria-label={say.welcome.dropHere}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          addDropped(event.dataTransfer).catch((error: unknown) => notices.failed(say.common.droppedUnread, error));
        }}
      >
        <div>
          <h1 className={styles.headline}>{say.welcome.headline}</h1>
          <p className={styles.lead}>{say.welcome.lead}</p>
          <div className={styles.actions}>
            <Button label={say.welcome.chooseFolder} icon="folder" look="primary" onClick={pickFolder} />
            <Button label={say.welcome.choosePhotos} icon="photos" onClick={pickPhotos} />
          </div>
          <p className={styles.hint}>{say.welcome.hint}</p>
          <p className={styles.hint} role="status">
            <DamagedPhotos />
          </p>
          <TryScenes />
          <div className={styles.facts}>
            <p className={styles.fact}>
              <Icon name="lock" size={20} />
              <span>
                <b>{say.welcome.promise}</b> {say.welcome.promiseMore}
              </span>
            </p>
            <p className={styles.fact}>
              <Icon name="chip" size={20} />
              {engine === null ? (
                <span>
                  <b>{say.welcome.gettingReady}</b> {say.pipeline(engineStep)}
                </span>
              ) : (
                <span>
                  <b>
                    {say.welcome.runsOn(
                      `${engineName(engine)}${engine.detail === '' ? '' : `, ${say.pipeline(engine.detail)}`}`,
                    )}
                  </b>{' '}
                  {say.pipeline(engine.reason)}
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
