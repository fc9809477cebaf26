import { useMemo } from 'react';
import type { Facets } from '../../../pipeline/api/found.ts';
import { FilterOption } from './FilterOption.tsx';
import { type Folder, folderTree } from './folderTree.ts';

interface FolderListProps {
  readonly folders: Facets['folders'];
  readonly chosen: string | null;
  readonly onChoose: (path: string | null) => void;
}

/** The folders as a tree. */
export function FolderList({ folders, chosen, onChoose }: FolderListProps) {
  const tree = useMemo(() => folderTree(folders), [folders]);
  return <Folders folders={tree} chosen={chosen} onChoose={onChoose} />;
}

interface FoldersProps extends Omit<FolderListProps, 'folders'> {
  readonly folders: readonly Folder[];
}

function Folders({ folders, chosen, onChoose }: FoldersProps) {
  return folders.map((folder) => (
    <FilterOption
      key={folder.path}
      text={folder.name}
      icon="folder"
      count={folder.count}
      on={chosen === folder.path}
      onToggle={(on) => onChoose(on ? folder.path : null)}
      openAtFirst={chosen?.startsWith(`${folder.path}/`) === true}
      inner={folder.folders.length > 0 && <Folders folders={folder.folders} chosen={chosen} onChoose={onChoose} />}
    />
  ));
}
