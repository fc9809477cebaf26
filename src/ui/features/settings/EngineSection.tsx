import { useState } from 'react';
import type { EnginePreference } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { ENGINE_NAMES, engineName } from '../../shared/model/engineName.ts';
import { RadioRow } from './RadioRow.tsx';
import styles from './settings.module.css';

const CHOICES: readonly EnginePreference[] = ['auto', 'webgpu', 'wasm'];

/** The engine in use, the reason for it, and the choice of another. */
export function EngineSection() {
  const { pipeline, notices } = useFacet();
  const engine = useSnapshot((snapshot) => snapshot.engine);
  const enginePreference = useSnapshot((snapshot) => snapshot.enginePreference);
  const [trying, setTrying] = useState(false);
  const choose = (choice: EnginePreference) =>
    pipeline.chooseEngine(choice).catch((error: unknown) => notices.failed(say.settings.engineNotChanged, error));
  // To choose what is chosen already is no way back to it.
  const gaveUp =
    engine?.engine === 'wasm' && engine.trouble !== undefined && engine.interim !== true && enginePreference !== 'wasm';
  return (
    <section className={styles.section} aria-label={say.settings.engine}>
      <h3>{say.settings.engine}</h3>
      <p>{engine === null ? say.settings.engineStarting : say.pipeline(engine.reason)}</p>
      {engine?.trouble !== undefined && engine.trouble !== engine.reason && <p>{say.pipeline(engine.trouble)}</p>}
      {engine !== null && (
        <dl className={styles.facts}>
          <dt>{say.settings.inUse}</dt>
          <dd>{engineName(engine)}</dd>
          {engine.detail !== '' && (
            <>
              <dt>{say.settings.details}</dt>
              <dd>{say.pipeline(engine.detail)}</dd>
            </>
          )}
        </dl>
      )}
      {gaveUp && (
        <Button
          label={say.settings.tryGpuAgain}
          look="quiet"
          disabled={trying}
          onClick={() => {
            setTrying(true);
            void choose(enginePreference).finally(() => setTrying(false));
          }}
        />
      )}
      <RadioRow
        label={say.settings.engineToUse}
        value={enginePreference}
        options={CHOICES.map((choice) => ({
          value: choice,
          text: choice === 'auto' ? say.settings.automatic : ENGINE_NAMES[choice],
        }))}
        onChange={(choice) => void choose(choice)}
      />
    </section>
  );
}
