import { useMemo, useState } from 'react';
import { Button } from '../controls/Button.tsx';
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx';
import type { MenuChoice } from '../controls/Menu.tsx';
import { MenuButton } from '../controls/MenuButton.tsx';
import { say } from '../language/say.ts';
import { AlbumDialog } from './AlbumDialog.tsx';
import styles from './SelectionBar.module.css';
import { UNDOABLE } from './undoable.ts';
import { usePhotoActions } from './usePhotoActions.ts';
import type { Selection } from './useSelection.ts';

interface SelectionBarProps {
  readonly selection: Selection;
  /** The list that the selection is of. */
  readonly list: Uint32Array;
}

/** What can be done with the selected photos. */
export function SelectionBar({ selection, list }: SelectionBarProps) {
  const { selected, clear, all } = selection;
  const numbers = useMemo(() => selected.among(list), [selected, list]);
  const actions = usePhotoActions(numbers);
  const [asking, ask] = useState<'remove' | 'album' | null>(null);

  const remove = (undoable: boolean) => {
    actions.remove(undoable);
    clear();
  };
  const more: readonly MenuChoice[] = [
    ...(actions.share === null ? [] : [{ icon: 'share', text: say.common.share, run: actions.share } as const]),
    {
      icon: 'copies',
      text: numbers.length === 1 ? say.common.copyPicture : say.selection.copyNames,
      run: actions.copy,
    },
    { icon: 'object', text: say.teach.whatTheyShow, run: actions.teach },
    { icon: 'album', text: say.selection.addToAlbum, run: () => ask('album') },
    { icon: 'download', text: say.selection.saveCsv, run: () => actions.saveList('csv') },
    { icon: 'download', text: say.selection.saveJson, run: () => actions.saveList('json') },
    { icon: 'check', text: say.selection.selectAll, run: all },
  ];

  return (
    <>
      <div className={styles.selection} data-selection-bar role="toolbar" aria-label={say.selection.label}>
        <b role="status">
          {say.number(selected.size)} <span>{say.selection.selected}</span>
        </b>
        <Button label={say.common.favourite} icon="heart" look="quiet" shape="icon" onClick={actions.favourite} />
        <Button
          label={say.common.download}
          icon="download"
          look="quiet"
          shape="collapsing"
          onClick={actions.download}
        />
        <Button
          label={say.common.remove}
          icon="trash"
          look="danger"
          shape="collapsing"
          onClick={() => (selected.size > UNDOABLE ? ask('remove') : remove(true))}
        />
        <MenuButton label={say.selection.more} icon="more" look="quiet" shape="icon" above choices={more} />
        <Button label={say.selection.clear} icon="close" look="quiet" shape="icon" onClick={clear} />
      </div>
      {asking === 'remove' && (
        <ConfirmDialog
          title={say.selection.removeTitle(selected.size)}
          text={say.selection.removeText}
          confirm={say.common.remove}
          onConfirm={() => remove(false)}
          onClose={() => ask(null)}
        />
      )}
      {asking === 'album' && <AlbumDialog numbers={numbers} onClose={() => ask(null)} />}
    </>
  );
}
