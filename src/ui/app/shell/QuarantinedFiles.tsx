import type { QuarantinedFile } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './Quarantine.module.css';

/** More files of one reason than this are folded away: a folder of photos may hold hundreds of videos. */
const FOLDED_FROM = 5;

interface QuarantinedFilesProps {
  readonly reason: string;
  readonly files: readonly QuarantinedFile[];
  readonly onDismiss: (keys: readonly string[]) => void;
}

/** The files of one reason. */
export function QuarantinedFiles({ reason, files, onDismiss }: QuarantinedFilesProps) {
  const list = (
    <ul>
      {files.map((file) => (
        <FileLine key={file.key} file={file} onDismiss={() => onDismiss([file.key])} />
      ))}
    </ul>
  );
  if (files.length < FOLDED_FROM) return list;
  return (
    <details className={styles.quarantineFold}>
      <summary>
        <b>{say.quarantine.files(files.length)}</b> {say.pipeline(reason)}
      </summary>
      <Button
        label={say.quarantine.dismissThese(files.length)}
        look="quiet"
        onClick={() => onDismiss(files.map(({ key }) => key))}
      />
      {list}
    </details>
  );
}

function FileLine({ file, onDismiss }: { readonly file: QuarantinedFile; readonly onDismiss: () => void }) {
  const { intake } = useFacet();
  return (
    <li>
      <div className={styles.quarantineName}>
        <b>{file.path}</b>
        <span>
          {file.retry === 'dropAgain' ? say.quarantine.dropAgain(say.pipeline(file.reason)) : say.pipeline(file.reason)}
        </span>
      </div>
      {file.retry === 'again' && (
        <Button
          label={say.common.tryAgain}
          icon="retry"
          look="quiet"
          shape="collapsing"
          onClick={() => void intake.retry([file.key])}
        />
      )}
      <Button
        label={say.quarantine.dismissFile(file.name)}
        icon="close"
        look="quiet"
        shape="icon"
        onClick={onDismiss}
      />
    </li>
  );
}
