import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Menu.module.css';

/** One thing to choose in a menu. */
export interface MenuChoice {
  readonly icon: IconName;
  readonly text: string;
  readonly run: () => void;
}

/** What the button of a menu is given. */
export interface MenuOpener {
  readonly ref: RefObject<HTMLButtonElement | null>;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string;
  readonly onClick: () => void;
}

interface MenuProps {
  readonly label: string;
  /** Opens above the button instead of below, for one at the foot of the page. */
  readonly above?: boolean;
  readonly choices: readonly MenuChoice[];
  /** The button that opens it. */
  readonly children: (button: MenuOpener) => ReactNode;
}

/** A menu of things to do. Escape, Tab or a press elsewhere closes it. */
export function Menu({ label, above = false, choices, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className={styles.box}>
      {children({
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': id,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <MenuList
          id={id}
          label={label}
          above={above}
          onClose={close}
          onLeave={(to) => {
            // A press on the button closes the menu by itself.
            if (to !== button.current) setOpen(false);
          }}
        >
          {choices.map(({ icon, text, run }) => (
            <button
              key={text}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                close();
                run();
              }}
            >
              <Icon name={icon} /> {text}
            </button>
          ))}
        </MenuList>
      )}
    </div>
  );
}

interface MenuListProps {
  readonly id: string;
  readonly label: string;
  readonly above: boolean;
  readonly onClose: () => void;
  /** The focus went to something else than a choice. */
  readonly onLeave: (to: EventTarget | null) => void;
  readonly children: ReactNode;
}

function MenuList({ id, label, above, onClose, onLeave, children }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);

  const onKey = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key === 'Escape') onClose();
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
      aria-label={label}
      className={`${styles.menu} ${above ? styles.above : ''}`}
      onKeyDown={onKey}
      onBlur={({ relatedTarget }) => {
        if (menu.current?.contains(relatedTarget) !== true) onLeave(relatedTarget);
      }}
    >
      {children}
    </div>
  );
}
