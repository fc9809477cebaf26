import { type DragEvent, useState } from 'react';
import { asError } from '../../../pipeline/api/errors.ts';
import { NETWORKS } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { useFilePicker } from '../../shared/files/useFilePicker.ts';
import { say } from '../../shared/language/say.ts';
import { fileSize } from '../../shared/model/format.ts';
import { networkName } from '../../shared/model/networkName.ts';
import { NO_OVERLAY } from '../../shared/route/route.ts';
import { RadioRow } from './RadioRow.tsx';
import styles from './settings.module.css';

/** Which network looks at the photos, with heads that a person trained, or their own file of weights for the larger one. */
export function NetworkSection() {
  const { pipeline, notices, router } = useFacet();
  const network = useSnapshot((snapshot) => snapshot.network);
  const indexing = useSnapshot((snapshot) => snapshot.indexing !== null);
  const [reading, setReading] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const bring = async (file: File): Promise<void> => {
    setReading(true);
    setRefused(null);
    await pipeline.bringWeights(file, file.name).catch((error: unknown) => setRefused(asError(error).message));
    setReading(false);
  };
  const pick = useFilePicker('weights', ([file]) => {
    if (file !== undefined) void bring(file);
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const [file] = event.dataTransfer.files;
    if (file !== undefined && !reading) void bring(file);
  };
  const choose = (name: string): void => {
    pipeline.chooseNetwork(name).catch((error: unknown) => notices.failed(say.network.notChanged, error));
  };
  const remove = (): void => {
    pipeline.removeWeights().catch((error: unknown) => notices.failed(say.network.notRemoved, error));
  };
  const { inUse, chosen, brought, own } = network;
  const usable = [
    ...NETWORKS.filter((name) => name === NETWORKS[0] || brought !== null),
    ...own.filter((heads) => heads.usable).map((heads) => heads.network),
  ];
  const choice = {
    label: say.network.toUse,
    value: chosen,
    options: usable.map((name) => ({ value: name, text: networkName(name, own) })),
    disabled: indexing,
    onChange: choose,
  };
  return (
    <section
      className={styles.section}
      aria-label={say.network.title}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <h3>{say.network.title}</h3>
      <p>{say.network.shipped}</p>
      {usable.length > 1 &&
        (own.length > 0 ? (
          <div className={styles.row}>
            <Select {...choice} />
          </div>
        ) : (
          <RadioRow {...choice} />
        ))}
      {indexing && usable.length > 1 && <p>{say.network.later}</p>}
      <div className={styles.row}>
        <Button
          label={say.network.train}
          onClick={() => router.go({ base: { view: 'quality' }, overlay: NO_OVERLAY })}
        />
      </div>
      {__FACET_GOOGLENET__ && (
        <div className={styles.part}>
          <p>
            {say.network.text}
            <i>bvlc_googlenet</i>
            {say.network.fileKinds}
          </p>
          {brought === null && (
            <div className={styles.row}>
              <Button
                label={reading ? say.network.reading : say.network.chooseFile}
                disabled={reading}
                onClick={pick}
              />
            </div>
          )}
        </div>
      )}
      {brought !== null && (
        <div className={styles.row}>
          <span className={styles.count}>{say.network.here(brought.file, fileSize(brought.bytes))}</span>
          <Button label={say.network.remove} look="danger" disabled={indexing} onClick={remove} />
        </div>
      )}
      {chosen !== inUse && (
        <div className={styles.row} role="status">
          <span>{say.network.afterReload(networkName(chosen, own))}</span>
          <Button label={say.network.reloadNow} look="primary" onClick={() => location.reload()} />
        </div>
      )}
      {refused !== null && (
        <p role="alert" className={styles.failed}>
          {refused}
        </p>
      )}
    </section>
  );
}
