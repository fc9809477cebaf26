import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Connection } from '../../gallery/connection.ts';
import { Gallery } from '../../gallery/gallery.ts';
import { pausedTraining } from './trainer.ts';
import { type SeenPlan, TrainingRecord } from './trainingRecord.ts';

function recordIn(name: string) {
  const gallery = new Gallery(new Connection(() => {}, name));
  return { gallery, record: new TrainingRecord(gallery.training) };
}

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

function planWith(features: readonly string[]): SeenPlan {
  return {
    folder: 'pets',
    layout: 'folders',
    categories: ['cat', 'dog'],
    photos: features.map((name) => ({ path: name, labels: ['cat'], difficultLabels: [] })),
    notes: [],
    backbone: 'tiny',
    unreadable: 1,
    features,
  };
}

test('a plan, its features and the last checkpoint are there after a reload, and features of other photos are not', async () => {
  const { record } = recordIn('record');
  await record.begin({ folder: 'pets', photos: 3 });
  expect(await pausedTraining(record)).toMatchObject({ phase: 'unseen', folder: 'pets', photos: 3 });
  const [one, other] = [record.nameOfFeatures('v1', 'aa'), record.nameOfFeatures('v1', 'bb')];
  await record.keepFeatures(one, Uint16Array.of(1, 2, 3));
  await record.keepFeatures(other, Uint16Array.of(4));
  await record.seen(planWith([one]));
  await record.keepCheckpoint(bytes(1));
  await record.keepCheckpoint(bytes(2, 3));

  const later = recordIn('record').record;
  expect(await pausedTraining(later)).toMatchObject({ phase: 'paused', looked: 1, unreadable: 1 });
  expect(await later.plan()).toEqual(planWith([one]));
  expect([...new Uint16Array(await later.features(one))]).toEqual([1, 2, 3]);
  expect([...new Uint8Array((await later.checkpoint())!)]).toEqual([2, 3]);
  await expect(later.features(other)).rejects.toThrow('no longer in this browser');
});

test('another training begins without the checkpoint of the one before, and what was seen of photos is used again', async () => {
  const { record } = recordIn('again');
  const name = record.nameOfFeatures('v1', 'aa');
  await record.keepFeatures(name, Uint16Array.of(1));
  await record.keepCheckpoint(bytes(1));
  await record.begin({ folder: 'birds', photos: 9 });
  expect(await record.checkpoint()).toBeNull();
  expect((await record.namesOfFeatures()).has(name)).toBe(true);
});

test('features of another network are others', () => {
  const { record } = recordIn('versions');
  expect(record.nameOfFeatures('v1', 'aa')).not.toBe(record.nameOfFeatures('v2', 'aa'));
});

test('nothing of a training is left when all photos are removed', async () => {
  const { gallery, record } = recordIn('emptied');
  await record.seen(planWith([]));
  await record.keepCheckpoint(bytes(1));
  await gallery.removeAll();
  expect(await pausedTraining(record)).toBeNull();
  expect(await gallery.training.names()).toEqual([]);
});
