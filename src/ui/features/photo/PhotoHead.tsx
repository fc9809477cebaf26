import { useMemo } from 'react';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import { Button } from '../../shared/controls/Button.tsx';
import type { MenuChoice } from '../../shared/controls/Menu.tsx';
import { MenuButton } from '../../shared/controls/MenuButton.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { fileSize } from '../../shared/model/format.ts';
import { searchRoute } from '../../shared/route/route.ts';
import { usePhotoActions } from '../../shared/selection/usePhotoActions.ts';
import styles from './Panel.module.css';

interface PhotoHeadProps {
  readonly photo: NumberedSummary;
  /** Which picture of it is shown, in a sentence; '' while that is unknown. */
  readonly shown: string;
  readonly onGone: () => void;
}

/** Name and facts of an opened photo, and what to do with it. */
export function PhotoHead({ photo, shown, onGone }: PhotoHeadProps) {
  const { router } = useFacet();
  const numbers = useMemo(() => Uint32Array.of(photo.number), [photo.number]);
  const actions = usePhotoActions(numbers);
  const more: readonly MenuChoice[] = [
    { icon: 'download', text: say.common.download, run: actions.download },
    ...(actions.share === null ? [] : [{ icon: 'share', text: say.common.share, run: actions.share } as const]),
    { icon: 'copies', text: say.common.copyPicture, run: actions.copy },
    { icon: 'object', text: say.teach.whatItShows, run: actions.teach },
  ];
  const lines = [photo.camera, photo.path === photo.name ? null : photo.path, shown === '' ? null : shown];
  return (
    <header>
      <h2 className={styles.title}>{photo.name}</h2>
      <div className={styles.facts}>
        <p>
          {say.day(photo.takenAt)} · {photo.width} × {photo.height} · {fileSize(photo.size)}
        </p>
        {lines.map((line) => line !== null && <p key={line}>{line}</p>)}
      </div>
      <div className={styles.actions}>
        <Button
          label={say.common.moreLikeThis}
          icon="similar"
          look="primary"
          onClick={() => router.go(searchRoute({ kind: 'photo', id: photo.id }))}
        />
        <Button
          label={say.common.favourite}
          icon="heart"
          shape="icon"
          aria-pressed={photo.favourite}
          onClick={actions.favourite}
        />
        <Button
          label={say.common.remove}
          icon="trash"
          look="danger"
          shape="icon"
          onClick={() => {
            actions.remove(true);
            onGone();
          }}
        />
        <MenuButton label={say.photo.moreActions} icon="more" shape="icon" choices={more} />
      </div>
    </header>
  );
}
