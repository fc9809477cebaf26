import { useState } from 'react';
import { NETWORKS } from '../../../pipeline/api/pipeline.ts';
import type { KeptHeads } from '../../../pipeline/api/trainedHeads.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { ConfirmDialog } from '../../shared/controls/ConfirmDialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { saveAs } from '../../shared/files/saveAs.ts';
import { say } from '../../shared/language/say.ts';
import { networkName } from '../../shared/model/networkName.ts';
import { HeadsCard } from './HeadsCard.tsx';
import styles from './quality.module.css';

/** All that a person trained: chosen, saved as a file, forgotten. @param opened key of the heads whose card is open at first */
export function KeptHeadsList({ opened }: { readonly opened: string | null }) {
  const { pipeline, notices } = useFacet();
  const { own, chosen, inUse } = useSnapshot((snapshot) => snapshot.network);
  const [forgetting, setForgetting] = useState<KeptHeads | null>(null);
  if (own.length === 0) return null;
  const failed = (error: unknown) => notices.failed(say.training.notDone, error);
  const choose = (network: string) => void pipeline.chooseNetwork(network).catch(failed);
  const save = ({ key, name }: KeptHeads) =>
    void pipeline.exportHeads(key).then((file) => saveAs(file, `facet-heads-${name}.safetensors`), failed);
  return (
    <>
      <h3>{say.training.kept}</h3>
      <p className={styles.small}>{say.training.keptHelp}</p>
      {chosen !== inUse && (
        <div className={styles.row} role="status">
          <span className={styles.small}>{say.network.afterReload(networkName(chosen, own))}</span>
          <Button label={say.network.reloadNow} look="primary" onClick={() => location.reload()} />
        </div>
      )}
      <ul className={styles.worst}>
        {own.map((heads) => (
          <li key={heads.key}>
            <h4>{heads.name}</h4>
            <p className={styles.small}>
              {say.training.from(heads.card.photos, heads.card.categories.length, say.day(heads.card.trainedAt))}
              {heads.network === inUse && ` · ${say.training.inUse}`}
            </p>
            {!heads.usable && <p className={styles.small}>{say.training.unusable}</p>}
            <div className={styles.row}>
              {heads.usable && heads.network !== chosen && (
                <Button label={say.training.use} look="primary" onClick={() => choose(heads.network)} />
              )}
              {heads.network === chosen && (
                <Button label={say.training.useStandard} onClick={() => choose(NETWORKS[0])} />
              )}
              <Button label={say.training.export} icon="download" onClick={() => save(heads)} />
              <Button label={say.training.forget} icon="trash" look="danger" onClick={() => setForgetting(heads)} />
            </div>
            <HeadsCard card={heads.card} open={heads.key === opened} />
          </li>
        ))}
      </ul>
      {forgetting !== null && (
        <ConfirmDialog
          title={say.training.forgetTitle(forgetting.name)}
          text={say.training.forgetText}
          confirm={say.training.forget}
          onConfirm={() => void pipeline.forgetHeads(forgetting.key).catch(failed)}
          onClose={() => setForgetting(null)}
        />
      )}
    </>
  );
}
