import type { ReactNode } from 'react';
import { Menu, type MenuOpener } from '../../shared/controls/Menu.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { say } from '../../shared/language/say.ts';

interface AddMenuProps {
  /** The button; it opens a menu. */
  readonly children: (button: MenuOpener) => ReactNode;
  /** Opens above the button instead of below. */
  readonly above?: boolean;
}

/** 'Add photos': files, a folder, or what is new in folders that stay. */
export function AddMenu({ children, above = false }: AddMenuProps) {
  const { folders } = useFacet();
  const { pickPhotos, pickFolder } = useIntakeActions();
  const some = useSnapshot((snapshot) => snapshot.folders.length > 0);
  return (
    <Menu
      label={say.common.addPhotos}
      above={above}
      choices={[
        { icon: 'photos', text: say.app.choosePhotos, run: pickPhotos },
        { icon: 'folder', text: say.app.chooseFolder, run: pickFolder },
        ...(some ? [{ icon: 'retry', text: say.folders.lookThem, run: () => void folders.look() } as const] : []),
      ]}
    >
      {children}
    </Menu>
  );
}
