import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import styles from './AddMenu.module.css';

/** 'Add photos': files or a folder. Opens below its button; Escape, Tab or a press elsewhere closes it. */
export function AddMenu() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const { pickPhotos, pickFolder } = useIntakeActions();

  const choose = (run: () => void) => () => {
    setOpen(false);
    run();
  };

  return (
    <div className={styles.box}>
      <Button
        ref={button}
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
        <Menu
          id={menuId}
          button={button}
          onClose={(focusButton) => {
            setOpen(false);
            if (focusButton) button.current?.focus();
          }}
        >
          <MenuItem icon="photos" text="Choose photos…" onChoose={choose(pickPhotos)} />
          <MenuItem icon="folder" text="Choose a folder…" onChoose={choose(pickFolder)} />
        </Menu>
      )}
    </div>
  );
}

interface MenuProps {
  readonly id: string;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: (focusButton: boolean) => void;
  readonly children: ReactNode;
}

function Menu({ id, button, onClose, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);

  const onKey = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else if (event.key === 'Escape') onClose(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={menu}
      id={id}
      role="menu"
      tabIndex={-1}
      aria-label="Add photos"
      className={styles.menu}
      onKeyDown={onKey}
      onBlur={({ relatedTarget }) => {
        // A press on the button closes the menu by itself.
        if (menu.current?.contains(relatedTarget) !== true && relatedTarget !== button.current) onClose(false);
      }}
    >
      {children}
    </div>
  );
}

interface MenuItemProps {
  readonly icon: 'photos' | 'folder';
  readonly text: string;
  readonly onChoose: () => void;
}

function MenuItem({ icon, text, onChoose }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={onChoose}>
      <Icon name={icon} /> {text}
    </button>
  );
}
