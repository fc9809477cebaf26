import type { FolderVerbs } from './folderVerbs.ts';
import type { GalleryVerbs } from './galleryVerbs.ts';
import type { PhotoFile } from './photoFile.ts';
import type {
  DuplicateGroup,
  EnginePreference,
  ExportedIndex,
  ImportedIndex,
  IndexingProgress,
  PhotoDetail,
  PhotoId,
  PhotoPicture,
  PipelineOptions,
  PipelineSnapshot,
  SuperpixelMap,
  Verdict,
} from './pipeline.ts';
import type { QualityVerbs } from './qualityVerbs.ts';
import type { TeachingVerbs } from './teachingVerbs.ts';
import type { TrainingVerbs } from './trainingVerbs.ts';

/**
 * The interface that the worker implements and the page calls. Every method that returns a promise crosses to the worker by itself:
 * a new one is written here and in the group of verbs of its room (`libraryVerbs`, `folderVerbs`, `searchVerbs`, `PipelineHost`), and nowhere else. Options come last, and their signal stops the work.
 */
export interface Pipeline extends GalleryVerbs, FolderVerbs, TeachingVerbs, QualityVerbs, TrainingVerbs {
  subscribe(listener: () => void): () => void;
  getSnapshot(): PipelineSnapshot;
  /**
   * Resolves when all are done or failed, or when the signal stopped it between two photos; what is done stays. While the storage is full
   * it waits, see `paused`.
   */
  addPhotos(photos: readonly PhotoFile[], options?: PipelineOptions): Promise<IndexingProgress>;
  /** A run that is paused tries again at once. */
  resumeIndexing(): Promise<void>;
  photo(id: PhotoId): Promise<PhotoDetail>;
  /** Longer side 512 px. */
  thumbnail(id: PhotoId): Promise<Blob>;
  /** The same of several photos, in the order of the ids; null where there is none. */
  thumbnails(ids: readonly PhotoId[]): Promise<readonly (Blob | null)[]>;
  /**
   * What an opened photo shows.
   * @throws PictureGone when there is no picture of the photo.
   */
  picture(id: PhotoId): Promise<PhotoPicture>;
  /** Keep a larger picture of each photo that is added from now on; remembered over reloads. */
  keepPreviews(keep: boolean): Promise<void>;
  /** Keep where each photo that is added from now on was taken, as its file says; remembered over reloads, off at first. */
  keepPlaces(keep: boolean): Promise<void>;
  /** How much room the larger pictures take. */
  previews(): Promise<{ readonly count: number; readonly bytes: number }>;
  removePreviews(): Promise<void>;
  /**
   * All that was found in the photos, as one file; `transfer` in the snapshot tells how far it is.
   * @throws Cancelled when the signal stopped it.
   */
  exportIndex(withThumbnails: boolean, options?: PipelineOptions): Promise<ExportedIndex>;
  /**
   * Merges an exported file into the gallery. A file that cannot be merged or has no room changes nothing, and the error says why. Where
   * the room runs out in the middle, the error says how many photos came in and how to go on.
   * @throws Cancelled when the signal stopped it; what is merged stays.
   */
  importIndex(file: Blob, options?: PipelineOptions): Promise<ImportedIndex>;
  /**
   * What the proposals are made of: superpixels, and the geodesic distances between them.
   * @throws PictureGone when there is no picture of the photo; Cancelled when the signal stopped it.
   */
  superpixels(id: PhotoId, options?: PipelineOptions): Promise<SuperpixelMap>;
  /** "This is (not) a carrot": overrides P_c from then on; null withdraws the correction. */
  correctLabel(id: PhotoId, category: string, verdict: Verdict | null): Promise<void>;
  /** By the category's name. */
  corrections(id: PhotoId): Promise<ReadonlyMap<string, Verdict>>;
  duplicates(): Promise<readonly DuplicateGroup[]>;
  /** Remembers that these are not duplicates of each other. */
  dismissDuplicates(ids: readonly PhotoId[]): Promise<void>;
  removePhotos(ids: readonly PhotoId[]): Promise<void>;
  /** The same for a few hundred photos at most; `undoRemoval` brings them back for as long as the page lives. @returns what that takes */
  removeForNow(ids: readonly PhotoId[]): Promise<number>;
  /** @throws Error, for a person, when it is too late. */
  undoRemoval(removal: number): Promise<void>;
  /** Photos, quarantine and remembered answers; resolves once the database is seen to be empty. */
  removeAll(): Promise<void>;
  dismissQuarantined(key: string): Promise<void>;
  /** Runs the files that the page still holds once more. */
  retryQuarantined(keys: readonly string[], options?: PipelineOptions): Promise<IndexingProgress>;
  /**
   * Keeps GoogLeNet's weights from a person's file (safetensors, ONNX, a Caffe model) in this browser.
   * @throws Error, for a person, when they cannot be read or are not those that the heads were trained on; StorageFull.
   */
  bringWeights(file: Blob, name: string): Promise<void>;
  /** Deletes them; the network that was there from the start is in use again when the page is next loaded. */
  removeWeights(): Promise<void>;
  /** In use when the page is next loaded. @throws Error, for a person, where its weights or heads are not there or photos are being added. */
  chooseNetwork(network: string): Promise<void>;
  /** Rebuilds the engine; remembered over reloads. Running work goes on with the new one. */
  chooseEngine(preference: EnginePreference): Promise<void>;
}
