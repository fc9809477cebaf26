import { useState } from 'react';
import { Icon, type IconName } from '../../shared/controls/Icon.tsx';
import { droppedFiles } from '../../shared/files/droppedFiles.ts';
import { useFacet } from '../../shared/state/facet.tsx';
import styles from './shell.module.css';

interface DropTargetProps {
  readonly name: string;
  readonly hint: string;
  readonly icon: IconName;
  readonly onFiles: (files: File[]) => void;
}

/** One half of the page while files are dragged over it. */
export function DropTarget({ name, hint, icon, onFiles }: DropTargetProps) {
  const { notices } = useFacet();
  const [over, setOver] = useState(false);
  return (
    <div
      className={`${styles.dropTarget} ${over ? styles.dropTargetOver : ''}`}
      role="region"
      aria-label={name}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        droppedFiles(event.dataTransfer).then(onFiles, (error: unknown) =>
          notices.error('The dropped files could not be read', error),
        );
      }}
    >
      <Icon name={icon} size={34} />
      <b>{name}</b>
      <span>{hint}</span>
    </div>
  );
}
