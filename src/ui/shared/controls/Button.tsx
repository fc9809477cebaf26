import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

type Look = 'plain' | 'primary' | 'quiet' | 'danger' | 'dangerPrimary';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'className'> {
  /** Its text, which is also its accessible name. */
  readonly label: string;
  readonly icon?: IconName;
  readonly look?: Look;
  /** `icon` shows the icon alone, `collapsing` only on narrow screens; the label stays its accessible name. */
  readonly shape?: 'full' | 'icon' | 'collapsing' | 'wide';
}

export function Button({ label, icon, look = 'plain', shape = 'full', ...rest }: ButtonProps) {
  const className = [styles.button, styles[look], shape === 'full' ? '' : styles[shape]].join(' ');
  return (
    <button
      type="button"
      {...rest}
      className={className}
      {...(shape === 'icon' ? { 'aria-label': label, title: label } : {})}
    >
      {icon !== undefined && <Icon name={icon} />}
      {shape !== 'icon' && <span className={styles.label}>{label}</span>}
    </button>
  );
}
