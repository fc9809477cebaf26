import { Connection, type ConnectionNews, GONE } from '../../gallery/connection.ts';
import { Gallery } from '../../gallery/gallery.ts';
import { engineBuilder } from '../analyser/buildEngine.ts';
import { loadModelFilesBelow } from '../analyser/loadModelFile.ts';
import { PreparePool } from '../analyser/preparePool.ts';
import type { PipelineChange } from '../api/changes.ts';
import type { PipelineState } from '../api/pipeline.ts';
import { answerCalls } from '../api/remoteCalls.ts';
import type { ChangeMessage } from './pageMessages.ts';
import { type HostVerbs, PipelineHost } from './pipelineHost.ts';

/** The worker's entry: builds the host and answers the page. */

// This script lies beside the page, and its own address is known to `import.meta` alone: see `ownWorker`.
loadModelFilesBelow(import.meta.url);

const tell = (change: PipelineChange): void => self.postMessage({ change } satisfies ChangeMessage);

const connection = new Connection((news) => tell({ kind: 'state', state: stateAfter(news) }));

function stateAfter({ kind }: ConnectionNews): PipelineState {
  switch (kind) {
    case 'blocked':
      return { phase: 'opening', step: 'Another tab has an older version of Facet open. Close or reload it.' };
    case 'givenWay':
      return { phase: 'failed', message: 'A newer version of Facet is open in another tab. Reload this page.' };
    case 'gone':
      return { phase: 'failed', message: GONE, gone: true };
  }
}

// Two until the engine is known: on WASM one loads the network while the other prepares the first photo.
const pool = new PreparePool(Math.min(2, navigator.hardwareConcurrency));
const host = new PipelineHost({ gallery: new Gallery(connection), pool, buildEngine: engineBuilder(pool), tell });
answerCalls<HostVerbs>(host.verbs);
