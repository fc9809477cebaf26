import type { Category } from '../../network/network.ts';
import type { KeptFolder } from './keptFolder.ts';
import {
  type EnginePreference,
  type EngineStatus,
  type GalleryTotals,
  type IndexingProgress,
  type MeasuringProgress,
  NETWORKS,
  type NetworkStatus,
  type PhotoId,
  type PipelineSnapshot,
  type PipelineState,
  type QuarantinedFile,
  type TransferProgress,
} from './pipeline.ts';
import type { TrainingProgress } from './trainedHeads.ts';

/**
 * What happened to the gallery. The indexer and every other verb that writes emit it, the other tabs of this origin follow by it,
 * and the page's snapshot is made of it. It is as small as the change: who needs more of a photo reads it from the gallery.
 */
export type GalleryChange =
  /** The gallery was read, as a whole or what came by an index file; only ever told to this tab's own page. */
  | { readonly kind: 'read' }
  /** Added, indexed again or corrected. */
  | { readonly kind: 'photo'; readonly id: PhotoId }
  /** Many photos at once came with an index file: whoever holds the gallery reads it anew. */
  | { readonly kind: 'imported' }
  /** What a person taught is other than it was: whoever holds the gallery reads it anew. */
  | { readonly kind: 'taught' }
  /** A person's favourites from now on, or no longer. */
  | { readonly kind: 'favoured'; readonly ids: readonly PhotoId[]; readonly on: boolean }
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
  | { readonly kind: 'vocabulary'; readonly categories: readonly Category[] }
  | { readonly kind: 'totals'; readonly gallery: GalleryTotals }
  | { readonly kind: 'transfer'; readonly transfer: TransferProgress | null }
  | { readonly kind: 'measuring'; readonly measuring: MeasuringProgress | null }
  | { readonly kind: 'training'; readonly training: TrainingProgress | null }
  | { readonly kind: 'keepsPreviews'; readonly keepsPreviews: boolean }
  | { readonly kind: 'keepsPlaces'; readonly keepsPlaces: boolean }
  | { readonly kind: 'network'; readonly network: NetworkStatus }
  | { readonly kind: 'folders'; readonly folders: readonly KeptFolder[] }
  | { readonly kind: 'persisted'; readonly persisted: boolean };

export const OPENING: PipelineSnapshot = {
  state: { phase: 'opening', step: 'Starting' },
  engine: null,
  engineStep: '',
  enginePreference: 'auto',
  categories: [],
  gallery: { total: 0, revision: 0, outdated: 0, damaged: 0, counts: [] },
  quarantined: [],
  indexing: null,
  transfer: null,
  measuring: null,
  training: null,
  keepsPreviews: false,
  keepsPlaces: false,
  network: { inUse: NETWORKS[0], chosen: NETWORKS[0], brought: null, own: [] },
  folders: [],
  persisted: false,
};

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
      return { ...snapshot, categories: change.categories };
    case 'read':
    case 'photo':
    case 'favoured':
    case 'removed':
    case 'emptying':
    case 'imported':
    case 'taught':
      // The page is told in figures, as `totals`.
      return snapshot;
    case 'emptied':
      return {
        ...snapshot,
        gallery: { ...snapshot.gallery, total: 0, outdated: 0, damaged: 0, counts: [] },
        quarantined: [],
        // What it had reached is deleted, too.
        training: null,
      };
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
    case 'totals':
      return { ...snapshot, gallery: change.gallery };
    case 'transfer':
      return { ...snapshot, transfer: change.transfer };
    case 'measuring':
      return { ...snapshot, measuring: change.measuring };
    case 'training':
      return { ...snapshot, training: change.training };
    case 'keepsPlaces':
      return { ...snapshot, keepsPlaces: change.keepsPlaces };
    case 'keepsPreviews':
      return { ...snapshot, keepsPreviews: change.keepsPreviews };
    case 'network':
      return { ...snapshot, network: change.network };
    case 'folders':
      return { ...snapshot, folders: change.folders };
    case 'persisted':
      return { ...snapshot, persisted: change.persisted };
  }
}
