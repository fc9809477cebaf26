import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './NewPhotos.module.css';

interface NewPhotosProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** Photos that came while a person looked at others; they are shown when wanted. */
export function NewPhotos({ count, onShow }: NewPhotosProps) {
  return (
    <div className={styles.newer} role="status">
      {count > 0 && <Button label={say.counts.newPhotos(count)} icon="add" onClick={onShow} />}
    </div>
  );
}
