import type { Category } from '../../network/network.ts';
import type {
  EnginePreference,
  EngineStatus,
  IndexingProgress,
  PhotoId,
  PhotoSummary,
  PipelineSnapshot,
  PipelineState,
  QuarantinedFile,
  TransferProgress,
} from './pipeline.ts';

/**
 * What happened to the gallery. The indexer and every other verb that writes emit it, the other tabs of this origin follow by it,
 * and the page's snapshot is made of it. It is as small as the change: who needs more of a photo reads it from the gallery.
 */
export type GalleryChange =
  /** The whole gallery, read anew; only ever sent to this tab's own page. */
  | { readonly kind: 'photos'; readonly photos: readonly PhotoSummary[] }
  /** Added, indexed again or corrected. */
  | { readonly kind: 'photo'; readonly photo: PhotoSummary; readonly outdated: boolean }
  /** Many photos at once came with an index file: whoever holds the gallery reads it anew. */
  | { readonly kind: 'imported' }
  | { readonly kind: 'removed'; readonly ids: readonly PhotoId[] }
  /** Everything is about to be removed: runs stop. */
  | { readonly kind: 'emptying' }
  | { readonly kind: 'emptied' }
  | { readonly kind: 'quarantined'; readonly files: readonly QuarantinedFile[] }
  /** Out of quarantine: indexed after all, or dismissed. */
  | { readonly kind: 'released'; readonly keys: readonly string[] }
  | { readonly kind: 'indexing'; readonly indexing: IndexingProgress | null };

/** What the worker tells the page: what happened to the gallery, and what concerns this page alone. */
export type PipelineChange =
  | GalleryChange
  | { readonly kind: 'state'; readonly state: PipelineState }
  | { readonly kind: 'engineStep'; readonly step: string }
  | { readonly kind: 'engine'; readonly engine: EngineStatus }
  | { readonly kind: 'preference'; readonly preference: EnginePreference }
  | { readonly kind: 'vocabulary'; readonly categories: readonly Category[]; readonly outdated: readonly PhotoId[] }
  | { readonly kind: 'transfer'; readonly transfer: TransferProgress | null }
  | { readonly kind: 'keepsPreviews'; readonly keepsPreviews: boolean }
  | { readonly kind: 'persisted'; readonly persisted: boolean };

export const OPENING: PipelineSnapshot = {
  state: { phase: 'opening', step: 'Starting' },
  engine: null,
  engineStep: '',
  enginePreference: 'auto',
  categories: [],
  photos: [],
  quarantined: [],
  indexing: null,
  transfer: null,
  keepsPreviews: false,
  persisted: false,
  outdated: [],
};

/** Newest first; a photo that is there already keeps its place. */
function withPhoto(photos: readonly PhotoSummary[], photo: PhotoSummary): PhotoSummary[] {
  const at = photos.findIndex(({ id }) => id === photo.id);
  return at < 0 ? [photo, ...photos] : photos.with(at, photo);
}

/** The snapshot after the change; a new object, in which only what changed is new. */
export function afterChange(snapshot: PipelineSnapshot, change: PipelineChange): PipelineSnapshot {
  switch (change.kind) {
    case 'state':
      return { ...snapshot, state: change.state };
    case 'engineStep':
      return { ...snapshot, engineStep: change.step };
    case 'engine':
      return { ...snapshot, engine: change.engine, engineStep: '' };
    case 'preference':
      return { ...snapshot, enginePreference: change.preference };
    case 'vocabulary':
      return { ...snapshot, categories: change.categories, outdated: change.outdated };
    case 'photos':
      return { ...snapshot, photos: [...change.photos].sort((a, b) => b.addedAt - a.addedAt) };
    case 'photo': {
      const others = snapshot.outdated.includes(change.photo.id)
        ? snapshot.outdated.filter((id) => id !== change.photo.id)
        : snapshot.outdated;
      return {
        ...snapshot,
        photos: withPhoto(snapshot.photos, change.photo),
        outdated: change.outdated ? [...others, change.photo.id] : others,
      };
    }
    case 'removed': {
      const gone = new Set(change.ids);
      return {
        ...snapshot,
        photos: snapshot.photos.filter(({ id }) => !gone.has(id)),
        outdated: snapshot.outdated.filter((id) => !gone.has(id)),
      };
    }
    case 'emptying':
    case 'imported':
      // The gallery follows, as `emptied` or `photos`.
      return snapshot;
    case 'emptied':
      return { ...snapshot, photos: [], outdated: [], quarantined: [] };
    case 'quarantined': {
      const again = new Set(change.files.map(({ key }) => key));
      return {
        ...snapshot,
        quarantined: [...snapshot.quarantined.filter(({ key }) => !again.has(key)), ...change.files],
      };
    }
    case 'released':
      return { ...snapshot, quarantined: snapshot.quarantined.filter(({ key }) => !change.keys.includes(key)) };
    case 'indexing':
      return { ...snapshot, indexing: change.indexing };
    case 'transfer':
      return { ...snapshot, transfer: change.transfer };
    case 'keepsPreviews':
      return { ...snapshot, keepsPreviews: change.keepsPreviews };
    case 'persisted':
      return { ...snapshot, persisted: change.persisted };
  }
}
