import { type FormEvent, useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Dialog } from '../../shared/controls/Dialog.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './QueryBar.module.css';

interface SaveSearchProps {
  /** The name that the search has unless a person gives it another. */
  readonly proposed: string;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Gives a search a name, under which the search line offers it. */
export function SaveSearch({ proposed, onSave, onClose }: SaveSearchProps) {
  const [name, setName] = useState(proposed);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    onClose();
  };
  return (
    <Dialog title={say.chips.saveTitle} onClose={onClose}>
      <form className={styles.saving} onSubmit={save}>
        <label>
          {say.chips.name}
          <input
            className={styles.savingName}
            value={name}
            maxLength={80}
            data-first-focus
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <div className={styles.savingActions}>
          <Button label={say.common.cancel} look="quiet" onClick={onClose} />
          <Button label={say.chips.save} look="primary" type="submit" disabled={name.trim() === ''} />
        </div>
      </form>
    </Dialog>
  );
}
