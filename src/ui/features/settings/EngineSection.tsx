import type { EnginePreference } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { engineName } from '../../shared/model/engineName.ts';
import styles from './settings.module.css';

const CHOICES: readonly { readonly value: EnginePreference; readonly text: string }[] = [
  { value: 'auto', text: 'Automatic' },
  { value: 'webgpu', text: 'WebGPU' },
  { value: 'wasm', text: 'WebAssembly' },
];

/** The engine in use, the reason for it, and the choice of another. */
export function EngineSection() {
  const { pipeline, notices } = useFacet();
  const engine = useSnapshot((snapshot) => snapshot.engine);
  const enginePreference = useSnapshot((snapshot) => snapshot.enginePreference);
  return (
    <section className={styles.section} aria-label="Engine">
      <h3>Engine</h3>
      <p>{engine === null ? 'The engine is still starting.' : engine.reason}</p>
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
                  .catch((error: unknown) => notices.failed('The engine could not be changed', error));
              }}
            />
            {choice.text}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
