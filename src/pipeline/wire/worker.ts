import { expose, transfer } from 'comlink';
import { Connection } from '../../gallery/connection.ts';
import { Gallery } from '../../gallery/gallery.ts';
import { engineBuilder } from '../analyser/buildEngine.ts';
import { EngineHost } from '../analyser/engineHost.ts';
import { PreparePool } from '../analyser/preparePool.ts';
import type { PipelineNews } from '../api/news.ts';
import { PipelineHost } from '../library/pipelineHost.ts';
import { RunningCalls } from './bridge.ts';
import type { NewsMessage, RemotePipeline } from './remotePipeline.ts';

/** The worker's entry: builds the host and answers the page. */

const tell = (news: PipelineNews): void => self.postMessage({ news } satisfies NewsMessage);

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
const engine = new EngineHost(
  engineBuilder(pool),
  (status) => host.onEngineStatus(status),
  (step) => host.onEngineStep(step),
);
const host: PipelineHost = new PipelineHost(new Gallery(connection), engine, pool, tell);
const calls = new RunningCalls();

const remote: RemotePipeline = {
  open: () => void host.open(),
  cancel: (call) => calls.cancel(call),
  addPhotos: (call, photos) => calls.run(call, (signal) => host.addPhotos(photos, signal)),
  retryQuarantined: (call, paths) => calls.run(call, (signal) => host.retryQuarantined(paths, signal)),
  search: (call, query) => calls.run(call, (signal) => host.search.byPhoto(query, signal)),
  searchCombined: (call, chips) => calls.run(call, (signal) => host.search.combined(chips, signal)),
  photo: (id) => host.photo(id),
  thumbnail: (id) => host.thumbnail(id),
  picture: (id) => host.picture(id),
  keepPreviews: (keep) => host.keepPreviews(keep),
  previews: () => host.previews(),
  removePreviews: () => host.removePreviews(),
  exportIndex: (call, withThumbnails) => calls.run(call, (signal) => host.transfer.export(withThumbnails, signal)),
  importIndex: (call, file) => calls.run(call, (signal) => host.transfer.import(file, signal)),
  superpixels: (call, id) =>
    calls.run(call, async (signal) => {
      const map = await host.superpixels(id, signal);
      return transfer(map, [map.labels.buffer, map.distances.buffer]);
    }),
  correctLabel: (id, category, verdict) => host.correctLabel(id, category, verdict),
  corrections: (id) => host.corrections(id),
  duplicates: () => host.duplicates(),
  dismissDuplicates: (ids) => host.dismissDuplicates(ids),
  removePhotos: (ids) => host.removePhotos(ids),
  removeAll: () => host.removeAll(),
  dismissQuarantined: (path) => host.dismissQuarantined(path),
  chooseEngine: (preference) => host.chooseEngine(preference),
};

expose(remote);
