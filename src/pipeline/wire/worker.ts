import { Connection } from '../../gallery/connection.ts';
import { Gallery } from '../../gallery/gallery.ts';
import { engineBuilder } from '../analyser/buildEngine.ts';
import { PreparePool } from '../analyser/preparePool.ts';
import type { PipelineChange } from '../api/changes.ts';
import { answerCalls } from '../api/remoteCalls.ts';
import type { ChangeMessage } from './pageMessages.ts';
import { PipelineHost } from './pipelineHost.ts';

/** The worker's entry: builds the host and answers the page. */

const tell = (change: PipelineChange): void => self.postMessage({ change } satisfies ChangeMessage);

const connection = new Connection((news) => {
  const message =
    news.kind === 'blocked'
      ? 'Another tab has an older version of Facet open. Close or reload it.'
      : 'A newer version of Facet is open in another tab. Reload this page.';
  tell({
    kind: 'state',
    state: news.kind === 'blocked' ? { phase: 'opening', step: message } : { phase: 'failed', message },
  });
});

// Two until the engine is known: on WASM one loads the network while the other prepares the first photo.
const pool = new PreparePool(Math.min(2, navigator.hardwareConcurrency));
const host = new PipelineHost({ gallery: new Gallery(connection), pool, buildEngine: engineBuilder(pool), tell });
answerCalls<PipelineHost>(host);
