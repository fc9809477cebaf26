import { expect, test, vi } from 'vitest';
import type { IndexingProgress } from '../../../pipeline/api/pipeline.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { Intake } from './intake.ts';
import { Notices } from './notices.ts';

const done: IndexingProgress = {
  done: 1,
  failed: 0,
  already: 0,
  left: 0,
  current: null,
  etaSeconds: null,
  where: 'here',
};

function intake() {
  const addPhotos = vi.fn<Pipeline['addPhotos']>(async () => done);
  const retryQuarantined = vi.fn<Pipeline['retryQuarantined']>(async () => done);
  const importIndex = vi.fn(async (_file: File) => {});
  const notices = new Notices();
  const texts = () => notices.list.getSnapshot().map(({ text }) => text);
  const taken = () => addPhotos.mock.calls.map(([files]) => files.map(({ file }) => file.name));
  return {
    add: new Intake({ addPhotos, retryQuarantined }, notices, { import: importIndex }),
    notices,
    importIndex,
    texts,
    taken,
  };
}

test('names and types turn no file away: the decoder reads the bytes', async () => {
  const { add, taken } = intake();
  await add.add([
    new File(['x'], 'camera.HIF'),
    new File(['x'], 'stereo.mpo'),
    new File(['x'], 'DSC0001', { type: 'application/octet-stream' }),
    new File(['x'], 'raw.dng', { type: 'image/x-adobe-dng' }),
  ]);
  expect(taken()).toEqual([['camera.HIF', 'stereo.mpo', 'DSC0001', 'raw.dng']]);
});

test('hidden files are skipped; where nothing else came, the page says so', async () => {
  const { add, taken, texts } = intake();
  await add.add([new File(['x'], '._a.jpg'), new File(['x'], 'a.jpg')]);
  expect(taken()).toEqual([['a.jpg']]);
  await add.add([new File(['x'], 'Thumbs.db')]);
  await add.add([]);
  expect(texts().slice(-2)).toEqual([
    'Nothing was added. Hidden and system files are skipped, and there was nothing else.',
    'Nothing was added. The folder is empty.',
  ]);
});

test('an index among the files is offered as an import, and the photos are added', async () => {
  const { add, notices, importIndex, taken } = intake();
  const index = new File(['FACETGAL…'], 'holiday.facet');
  await add.add([index, new File(['x'], 'a.jpg')]);
  expect(taken()).toEqual([['a.jpg']]);
  const offer = notices.list.getSnapshot().find(({ action }) => action !== undefined);
  expect(offer?.text).toBe('holiday.facet is an index that Facet exported.');
  offer?.action?.run();
  expect(importIndex).toHaveBeenCalledWith(index);
});
