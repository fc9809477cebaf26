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

/** What the worker tells the page, as small as the change: a gallery of 10,000 photos is posted once, at start. */
export type PipelineNews =
  | { readonly kind: 'state'; readonly state: PipelineState }
  | { readonly kind: 'engineStep'; readonly step: string }
  | { readonly kind: 'engine'; readonly engine: EngineStatus }
  | { readonly kind: 'preference'; readonly preference: EnginePreference }
  | { readonly kind: 'vocabulary'; readonly categories: readonly Category[]; readonly outdated: readonly PhotoId[] }
  | { readonly kind: 'photos'; readonly photos: readonly PhotoSummary[] }
  | { readonly kind: 'photo'; readonly photo: PhotoSummary; readonly outdated: boolean }
  | { readonly kind: 'removed'; readonly ids: readonly PhotoId[] }
  | { readonly kind: 'quarantined'; readonly files: readonly QuarantinedFile[] }
  | { readonly kind: 'indexing'; readonly indexing: IndexingProgress | null }
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

/** Newest first; a photo that is there keeps its place. */
function withPhoto(photos: readonly PhotoSummary[], photo: PhotoSummary): PhotoSummary[] {
  const at = photos.findIndex(({ id }) => id === photo.id);
  return at < 0 ? [photo, ...photos] : photos.with(at, photo);
}

/** The snapshot after the news; a new object, and only what changed in it is new. */
export function afterNews(snapshot: PipelineSnapshot, news: PipelineNews): PipelineSnapshot {
  switch (news.kind) {
    case 'state':
      return { ...snapshot, state: news.state };
    case 'engineStep':
      return { ...snapshot, engineStep: news.step };
    case 'engine':
      return { ...snapshot, engine: news.engine, engineStep: '' };
    case 'preference':
      return { ...snapshot, enginePreference: news.preference };
    case 'vocabulary':
      return { ...snapshot, categories: news.categories, outdated: news.outdated };
    case 'photos':
      return { ...snapshot, photos: [...news.photos].sort((a, b) => b.addedAt - a.addedAt) };
    case 'photo': {
      const others = snapshot.outdated.includes(news.photo.id)
        ? snapshot.outdated.filter((id) => id !== news.photo.id)
        : snapshot.outdated;
      return {
        ...snapshot,
        photos: withPhoto(snapshot.photos, news.photo),
        outdated: news.outdated ? [...others, news.photo.id] : others,
      };
    }
    case 'removed': {
      const gone = new Set(news.ids);
      return {
        ...snapshot,
        photos: snapshot.photos.filter(({ id }) => !gone.has(id)),
        outdated: snapshot.outdated.filter((id) => !gone.has(id)),
      };
    }
    case 'quarantined':
      return { ...snapshot, quarantined: news.files };
    case 'indexing':
      return { ...snapshot, indexing: news.indexing };
    case 'transfer':
      return { ...snapshot, transfer: news.transfer };
    case 'keepsPreviews':
      return { ...snapshot, keepsPreviews: news.keepsPreviews };
    case 'persisted':
      return { ...snapshot, persisted: news.persisted };
  }
}
