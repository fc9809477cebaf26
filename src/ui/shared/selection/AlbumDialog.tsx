import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Album } from '../../../pipeline/api/galleryVerbs.ts';
import { Button } from '../controls/Button.tsx';
import { Dialog } from '../controls/Dialog.tsx';
import field from '../controls/Field.module.css';
import { useFacet } from '../facet/FacetProvider.tsx';
import { say } from '../language/say.ts';
import styles from './AlbumDialog.module.css';
import { summariesOf } from './summariesOf.ts';

interface AlbumDialogProps {
  readonly numbers: Uint32Array;
  readonly onClose: () => void;
}

/** Puts photos into an album: one that is there, or a new one. */
export function AlbumDialog({ numbers, onClose }: AlbumDialogProps) {
  const { pipeline, notices } = useFacet();
  const [albums, setAlbums] = useState<readonly Album[]>([]);
  const [name, setName] = useState('');
  const fieldId = useId();
  useEffect(() => {
    let wanted = true;
    pipeline.albums().then(
      (known) => {
        if (wanted) setAlbums(known);
      },
      (error: unknown) => notices.failed(say.selection.albumsUnread, error),
    );
    return () => {
      wanted = false;
    };
  }, [pipeline, notices]);

  const put = async (into: string) => {
    onClose();
    const ids = (await summariesOf(pipeline, numbers)).map(({ id }) => id);
    const before = albums.find((album) => album.name === into)?.ids ?? [];
    await pipeline.saveAlbum({ name: into, ids: [...new Set([...before, ...ids])] });
    notices.info(say.selection.put(ids.length, into));
  };
  const putInto = (into: string) =>
    void put(into).catch((error: unknown) => notices.failed(say.selection.albumNotSaved, error));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') putInto(name.trim());
  };

  return (
    <Dialog title={say.selection.albumTitle(numbers.length)} narrow onClose={onClose}>
      {albums.length > 0 && (
        <ul className={styles.albums} aria-label={say.selection.albums}>
          {albums.map((album) => (
            <li key={album.name}>
              <button type="button" className={styles.album} onClick={() => putInto(album.name)}>
                <b>{album.name}</b> {say.counts.photos(album.ids.length)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={onSubmit}>
        <label htmlFor={fieldId}>{say.selection.newAlbum}</label>
        <input
          id={fieldId}
          className={field.field}
          value={name}
          maxLength={80}
          autoComplete="off"
          data-first-focus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button label={say.selection.create} look="primary" type="submit" disabled={name.trim() === ''} />
      </form>
    </Dialog>
  );
}
