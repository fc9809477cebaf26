import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './Correction.module.css';
import { Correction } from './Correction.tsx';
import type { PickedObject } from './pickedObjects.ts';

interface CategoryToolsProps {
  readonly id: PhotoId;
  readonly category: number;
  readonly name: string;
  readonly held: boolean;
  /** Its winning box; null until it is known. */
  readonly region: Region | null;
  readonly onSearch: (region: Region) => void;
  readonly onPick: (object: PickedObject) => void;
}

/** What can be done with a chosen category: search by its object, add that to a search, say that it is wrong. */
export function CategoryTools({ region, onSearch, onPick, ...category }: CategoryToolsProps) {
  const { name, held } = category;
  return (
    <div className={styles.tools}>
      {region !== null && held && (
        <>
          <Button label={say.common.searchByThis(name)} icon="search" look="primary" onClick={() => onSearch(region)} />
          <Button label={say.photo.bySeveral} icon="add" onClick={() => onPick({ region, name })} />
        </>
      )}
      <Correction {...category} />
    </div>
  );
}
