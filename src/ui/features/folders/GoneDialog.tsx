import { Button } from '../../shared/controls/Button.tsx';
import { Dialog } from '../../shared/controls/Dialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import { removePhotos } from '../../shared/selection/removePhotos.ts';
import { UNDOABLE } from '../../shared/selection/undoable.ts';
import type { GonePhotos } from '../../shared/state/folders.ts';
import styles from './GoneDialog.module.css';

interface GoneDialogProps {
  readonly gone: GonePhotos;
  readonly onClose: () => void;
}

/** So many are shown; the others are counted. */
const SHOWN = 24;

/** Photos whose files are no longer where they were: kept, marked, or taken out of the gallery. */
export function GoneDialog({ gone: { folder, ids }, onClose }: GoneDialogProps) {
  const facet = useFacet();
  const { pipeline, notices } = facet;
  const album = say.folders.album(folder);
  const doing = (failure: string, work: () => Promise<void>) => () => {
    onClose();
    work().catch((error: unknown) => notices.failed(failure, error));
  };
  const mark = doing(say.folders.albumNotSaved, async () => {
    const before = (await pipeline.albums()).find(({ name }) => name === album)?.ids ?? [];
    await pipeline.saveAlbum({ name: album, ids: [...new Set([...before, ...ids])] });
    notices.info(say.folders.intoAlbum(ids.length, album));
  });
  const remove = doing(say.folders.notRemoved, () => removePhotos(facet, idsOf(ids), ids.length <= UNDOABLE));
  const rest = ids.length - SHOWN;
  return (
    <Dialog title={say.folders.goneTitle(folder, ids.length)} onClose={onClose}>
      <p className={styles.text}>{say.folders.goneHelp}</p>
      <ul className={styles.photos} aria-label={say.folders.goneList}>
        {ids.slice(0, SHOWN).map((id) => (
          <li key={id}>
            <Thumbnail id={id} alt="" className={styles.photo} />
          </li>
        ))}
        {rest > 0 && <li className={styles.rest}>{say.folders.more(rest)}</li>}
      </ul>
      <div className={styles.actions}>
        <Button label={say.folders.keep} data-first-focus onClick={onClose} />
        <Button label={say.folders.toAlbum} icon="album" onClick={mark} />
        <Button label={say.folders.remove} icon="trash" look="danger" onClick={remove} />
      </div>
    </Dialog>
  );
}

function idsOf(ids: GonePhotos['ids']): { readonly id: string }[] {
  return ids.map((id) => ({ id }));
}
