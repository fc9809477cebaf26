import { Button } from './Button.tsx';
import type { IconName } from './Icon.tsx';
import { Menu, type MenuChoice } from './Menu.tsx';

interface MenuButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly look?: 'plain' | 'quiet';
  readonly shape?: 'full' | 'icon' | 'collapsing';
  readonly above?: boolean;
  readonly choices: readonly MenuChoice[];
}

/** A button with a menu. */
export function MenuButton({ label, choices, above = false, ...look }: MenuButtonProps) {
  return (
    <Menu label={label} above={above} choices={choices}>
      {(opener) => <Button label={label} {...look} {...opener} />}
    </Menu>
  );
}
