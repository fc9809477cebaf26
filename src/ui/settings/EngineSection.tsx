import type { EnginePreference } from '../../pipeline/pipeline.ts';
import { engineName } from '../shell/engineName.ts';
import { useFacet, useSnapshot } from '../state/facet.tsx';
import styles from './settings.module.css';

const CHOICES: readonly { readonly value: EnginePreference; readonly text: string }[] = [
  { value: 'auto', text: 'Automatic' },
  { value: 'webgpu', text: 'WebGPU' },
  { value: 'wasm', text: 'WebAssembly' },
];

/** Which engine computes, why, and the choice of another. */
export function EngineSection() {
  const { pipeline, notices } = useFacet();
  const { engine, enginePreference } = useSnapshot();
  return (
    <section className={styles.section} aria-label="Engine">
      <h3>Engine</h3>
      <p>{engine === null ? 'The engine is not up yet.' : engine.reason}</p>
      {engine?.trouble !== undefined && engine.trouble !== engine.reason && <p>{engine.trouble}</p>}
      {engine !== null && (
        <dl className={styles.facts}>
          <dt>In use</dt>
          <dd>{engineName(engine)}</dd>
          {engine.detail !== '' && (
            <>
              <dt>Details</dt>
              <dd>{engine.detail}</dd>
            </>
          )}
        </dl>
      )}
      <fieldset className={styles.choices}>
        <legend className="visuallyHidden">Engine to use</legend>
        {CHOICES.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name="engine"
              value={choice.value}
              checked={choice.value === enginePreference}
              onChange={() => {
                pipeline
                  .chooseEngine(choice.value)
                  .catch((error: unknown) => notices.error('The engine could not be changed', error));
              }}
            />
            {choice.text}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
