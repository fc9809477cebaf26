import { readFile } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { unitBoxes, unitFromPixel } from '../../base/image/box.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { Category, Network } from '../../network/network.ts';
import type { Proposer } from '../../proposals/proposer.ts';
import { workingImage } from '../../proposals/workingImage.ts';
import { decodeFile } from '../../terminal/pictures/decodePhoto.ts';
import { contentKey } from '../data/contentKey.ts';
import { editedCopy, type PhotoEdit } from '../data/editedCopy.ts';
import { type PhotoRecord, photoRecord } from './photoRecord.ts';
import { openRecordCache } from './recordCache.ts';

/** What the worker is started with. */
export interface AnalysisSettings {
  /** Which heads are loaded, by the backbone that they were trained on. */
  readonly backbone: string;
  /** Folder of the model files. */
  readonly models: string;
  /** A folder written by `npm run features` for this backbone, or null. */
  readonly maps: string | null;
  readonly cache: string | null;
}

/** The worker's first message. */
export interface AnalysisHello {
  readonly kind: 'hello';
  readonly version: string;
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
}

export interface AnalysisJob {
  readonly number: number;
  readonly path: string;
  /** Whether the boxes are wanted; the codes and winners always are. */
  readonly boxes: boolean;
  /** Looks at the photo as this edit leaves it. */
  readonly edit?: PhotoEdit;
}

/** The answer to a job; a photo that cannot be read or analysed is named and the run goes on. */
export type AnalysisAnswer =
  | { readonly kind: 'record'; readonly number: number; readonly record: PhotoRecord; readonly cached: boolean }
  | { readonly kind: 'unreadable'; readonly number: number; readonly reason: string };

/** Told which file's an image is before the network sees it. @returns whether its maps are cached, so that the backbone does not run */
export type NameImage = (image: RgbImage, key: string) => boolean;

/**
 * Serves analyses on the port until it is closed: one photo in, its record out, one at a time.
 * The proposals are found here and handed to the network, because the record keeps all of them and the network looks at the
 * strongest alone.
 * @param nameImage as `NameImage` says; nothing is cached if it is not given
 */
export function serveAnalyses(
  port: MessagePort,
  network: Network,
  proposer: Proposer,
  { cache: folder, maps }: Pick<AnalysisSettings, 'cache' | 'maps'>,
  nameImage: NameImage = () => false,
): void {
  // Rounded maps give other numbers than the backbone's own.
  const version = maps === null ? network.version : `${network.version} maps in float16`;
  const cache = folder === null ? null : openRecordCache(folder, version);

  async function answer({ number, path, boxes, edit }: AnalysisJob): Promise<AnalysisAnswer> {
    try {
      const file = await readFile(path);
      const bytes = edit === undefined ? file : await editedCopy((await decodeFile(file)).image, edit);
      const kept = cache?.read(bytes) ?? null;
      const record = kept ?? (await analysed(path, bytes));
      if (kept === null) cache?.write(bytes, record);
      return {
        kind: 'record',
        number,
        record: boxes ? record : { ...record, boxes: unitBoxes(new Float32Array(0)) },
        cached: kept !== null,
      };
    } catch (error) {
      return { kind: 'unreadable', number, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async function analysed(path: string, bytes: Uint8Array): Promise<PhotoRecord> {
    const { image, frame, difference } = await decodeFile(bytes);
    if (difference !== null) console.error(`${path}: ${difference}`);
    const start = performance.now();
    const working = workingImage(image);
    const proposals = proposer.propose(working);
    const proposalsMs = performance.now() - start;
    const cached = nameImage(image, contentKey(bytes));
    const { analysis, times } = await network.analyse(image, { proposals });
    return photoRecord(frame, unitFromPixel(proposals.boxes, working.width, working.height), analysis, {
      ...times,
      backboneMs: cached ? NaN : times.backboneMs,
      proposalsMs,
    });
  }

  port.on('message', (job: AnalysisJob) => {
    void answer(job).then((message) => port.postMessage(message));
  });
  const hello: AnalysisHello = {
    kind: 'hello',
    version: network.version,
    categories: network.categories,
    bitsPerCategory: network.bitsPerCategory,
  };
  port.postMessage(hello);
}
