import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import styles from './settings.module.css';

/** The folders that stay: looked through for changes, or forgotten. */
export function FoldersSection() {
  const { folders, router } = useFacet();
  const kept = useSnapshot((snapshot) => snapshot.folders);
  const asking = useStore(folders.asking);
  const looking = useStore(folders.looking);
  if (kept.length === 0) return null;
  return (
    <div className={styles.part}>
      <h4>{say.folders.title}</h4>
      <p>{say.folders.help}</p>
      <ul className={styles.folders} aria-label={say.folders.title}>
        {kept.map(({ name }) => (
          <li key={name} className={styles.row}>
            <span className={styles.folderName}>
              <b>{name}</b>
              {asking.some((folder) => folder.name === name) && <span> · {say.folders.waits}</span>}
            </span>
            <Button
              label={say.folders.look}
              aria-label={say.folders.lookIn(name)}
              icon="retry"
              disabled={looking === name}
              onClick={() => {
                // What comes of it is told at the foot of the page.
                router.close();
                void folders.look(name);
              }}
            />
            <Button
              label={say.folders.forget}
              aria-label={say.folders.forgetOne(name)}
              look="quiet"
              onClick={() => void folders.forget(name)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
