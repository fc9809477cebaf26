import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { useIntakeActions } from '../../shared/files/useIntakeActions.ts';
import styles from './AddMenu.module.css';

/** 'Add photos': files or a folder. Opens below its button; Escape or a tap elsewhere closes it. */
export function AddMenu() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const { pickPhotos, pickFolder } = useIntakeActions();

  useEffect(() => {
    if (!open) return undefined;
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);

  const choose = (run: () => void) => () => {
    setOpen(false);
    run();
  };

  return (
    <div
      ref={box}
      className={styles.box}
      onKeyDown={(event) => {
        const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
        const at = items.findIndex((item) => item === document.activeElement);
        if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
        else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
        else if (event.key === 'Escape') {
          setOpen(false);
          event.currentTarget.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Button
        label="Add photos"
        icon="add"
        look="primary"
        shape="collapsing"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={menuId}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div id={menuId} role="menu" aria-label="Add photos" className={styles.menu}>
          <button type="button" role="menuitem" className={styles.item} onClick={choose(pickPhotos)}>
            <Icon name="photos" /> Choose photos…
          </button>
          <button type="button" role="menuitem" className={styles.item} onClick={choose(pickFolder)}>
            <Icon name="folder" /> Choose a folder…
          </button>
        </div>
      )}
    </div>
  );
}
