import { useId, useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { byReason } from '../../shared/model/quarantineGroups.ts';
import styles from './Quarantine.module.css';
import { QuarantinedFiles } from './QuarantinedFiles.tsx';

/** One line for the files that could not be read; opened, it lists each with its reason, until it is tried again or dismissed. */
export function Quarantine() {
  const { pipeline, intake, notices } = useFacet();
  const quarantined = useSnapshot((snapshot) => snapshot.quarantined);
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (quarantined.length === 0) return null;

  const dismiss = async (keys: readonly string[]) => {
    try {
      for (const key of keys) await pipeline.dismissQuarantined(key);
    } catch (error) {
      notices.failed(say.quarantine.notDismissed, error);
    }
  };
  const again = quarantined.filter((file) => file.retry === 'again').map((file) => file.key);

  return (
    <section className={styles.quarantine} aria-label={say.quarantine.label} data-open={open ? '' : undefined}>
      <div className={styles.quarantineHead}>
        <button
          type="button"
          className={styles.quarantineTitle}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          <Icon name="warning" />
          {say.quarantine.unread(quarantined.length)}
          <Icon name="chevron" size={16} />
        </button>
        <span className={styles.quarantineAll}>
          {again.length > 1 && (
            <Button label={say.quarantine.tryAll} look="quiet" onClick={() => void intake.retry(again)} />
          )}
          {quarantined.length > 1 && (
            <Button
              label={say.quarantine.dismissAll}
              look="quiet"
              onClick={() => void dismiss(quarantined.map((file) => file.key))}
            />
          )}
        </span>
      </div>
      {open && (
        <div id={listId} className={styles.quarantineList}>
          {byReason(quarantined).map(({ reason, files }) => (
            <QuarantinedFiles key={reason} reason={reason} files={files} onDismiss={(keys) => void dismiss(keys)} />
          ))}
        </div>
      )}
    </section>
  );
}
