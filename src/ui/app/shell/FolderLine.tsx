import { useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import styles from './FolderLine.module.css';

/** A folder that stays is being looked through, or waits for a person to let the page read it again. */
export function FolderLine() {
  const { folders } = useFacet();
  const looking = useStore(folders.looking);
  const asking = useStore(folders.asking);
  const [later, setLater] = useState(false);
  if (looking !== null)
    return (
      <section className={styles.line} aria-label={say.folders.label}>
        <p role="status">{say.folders.looking(looking)}</p>
        <Button label={say.folders.stop} look="quiet" onClick={folders.stopLooking} />
      </section>
    );
  if (asking.length === 0 || later) return null;
  const names = say.list(asking.map(({ name }) => name));
  const unfinished = asking.some((folder) => folder.unfinished);
  return (
    <section className={styles.line} aria-label={say.folders.label}>
      <Icon name="folder" />
      <p role="status">
        <b>{names}</b> {unfinished ? say.folders.interrupted : say.folders.asks}
      </p>
      <span className={styles.actions}>
        <Button label={say.folders.notNow} look="quiet" onClick={() => setLater(true)} />
        <Button
          label={unfinished ? say.folders.goOn : say.folders.allow}
          look="primary"
          onClick={() => void folders.allow()}
        />
      </span>
    </section>
  );
}
