import { useState } from 'react';
import { Icon, type IconName } from '../../shared/controls/Icon.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './DropOverlay.module.css';

interface DropTargetProps {
  readonly name: string;
  readonly hint: string;
  readonly icon: IconName;
  /** What was dropped has to be taken before it returns. */
  readonly onDropped: (transfer: DataTransfer) => Promise<void>;
}

/** One of the places to drop files that are dragged over the page. */
export function DropTarget({ name, hint, icon, onDropped }: DropTargetProps) {
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
        onDropped(event.dataTransfer).catch((error: unknown) => notices.failed(say.common.droppedUnread, error));
      }}
    >
      <Icon name={icon} size={34} />
      <b>{name}</b>
      <span>{hint}</span>
    </div>
  );
}
