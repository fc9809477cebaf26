import { expect, test } from 'vitest';
import { OPENING } from '../../../pipeline/api/changes.ts';
import type { PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import { spokenSnapshot } from './spokenSnapshot.ts';

const categories = [{ name: 'pottedplant', gate: 0.5 }];
const first: PipelineSnapshot = {
  state: { phase: 'ready' },
  engine: null,
  engineStep: '',
  enginePreference: 'auto',
  categories,
  gallery: { total: 0, revision: 0, outdated: 0, damaged: 0, counts: [] },
  quarantined: [],
  indexing: null,
  transfer: null,
  measuring: null,
  training: null,
  keepsPreviews: false,
  keepsPlaces: false,
  network: OPENING.network,
  folders: [],
  persisted: false,
};

test('categories are spoken, the rest is handed through, and nothing changes while the pipeline does not', () => {
  let current = first;
  const spoken = spokenSnapshot({ getSnapshot: () => current, subscribe: () => () => {} });
  const before = spoken.getSnapshot();
  expect(before.categories).toEqual([{ name: 'potted plant', gate: 0.5 }]);
  expect(before.gallery).toBe(first.gallery);
  expect(spoken.getSnapshot()).toBe(before);

  current = { ...first, persisted: true };
  const after = spoken.getSnapshot();
  expect(after).not.toBe(before);
  expect(after.persisted).toBe(true);
  // The same list of categories, so that nothing that hangs on it is computed anew.
  expect(after.categories).toBe(before.categories);
});
