import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Connection } from '../../gallery/connection.ts';
import { Gallery } from '../../gallery/gallery.ts';
import type { HeadsRow } from '../../gallery/schema.ts';
import { answersFileOf, headsFileOf } from '../../network/shippedFiles.ts';
import { loadModelFile } from '../analyser/loadModelFile.ts';
import type { PipelineChange } from '../api/changes.ts';
import { NETWORKS } from '../api/pipeline.ts';
import { BroughtNetwork } from './broughtNetwork.ts';
import { OwnHeads } from './ownHeads.ts';

const [STANDARD, WITH_GOOGLENET] = NETWORKS;
const VERSION = 'backbone#1 proposals#2 heads#3 looks#4';

function row(
  key: string,
  trainedAt: number,
  version = 'backbone#1 proposals#2 heads#9 looks#4',
  backbone: string = STANDARD,
) {
  const card = JSON.stringify({ trainedAt });
  return { key, name: key, backbone, version, card, answers: `answers of ${key}`, file: new Blob([key]) } as const;
}

function networks(name: string, rows: readonly HeadsRow[]) {
  const told: PipelineChange[] = [];
  const gallery = new Gallery(new Connection(() => {}, name));
  const wantedVersion = async (network: string): Promise<string> => {
    if (network !== STANDARD) throw new Error('no such file');
    return VERSION;
  };
  const own = new OwnHeads({ heads: gallery.heads, wantedVersion });
  const start = () => new BroughtNetwork({ gallery, own, tell: (change) => told.push(change), wantedVersion });
  return { gallery, own, told, start, saved: Promise.all(rows.map((one) => own.keep(one))) };
}

test('heads go with a network of which every other part is what it was, the newest are listed first', async () => {
  const { own, saved } = networks('fit', [
    row('old', 1, 'backbone#0 proposals#2 heads#9 looks#4'),
    row('new', 3),
    row('elsewhere', 2, VERSION, WITH_GOOGLENET),
  ]);
  await saved;
  const told = (await own.all((backbone) => backbone === STANDARD)).map(({ key, usable }) => [key, usable]);
  expect(told).toEqual([
    ['new', true],
    ['elsewhere', false],
    ['old', false],
  ]);
});

test('heads are chosen, in use at the next start, stay when all photos are removed, and are left when they are forgotten', async () => {
  const { gallery, own, told, start, saved } = networks('chosen', [row('mine', 1)]);
  await saved;
  const network = `${STANDARD}/mine`;
  const first = start();
  expect(await first.load()).toBe(STANDARD);
  await first.choose(network);
  await gallery.removeAll();

  const second = start();
  expect(await second.load()).toBe(network);
  own.provide(network);
  expect(new TextDecoder().decode(await loadModelFile(headsFileOf(network)))).toBe('mine');
  expect(new TextDecoder().decode(await loadModelFile(answersFileOf(network)))).toBe('answers of mine');

  await own.forget('mine');
  await second.ownChanged();
  expect(told.at(-1)).toEqual({
    kind: 'network',
    network: { inUse: network, chosen: STANDARD, brought: null, own: [] },
  });
  expect(await start().load()).toBe(STANDARD);
  await expect(own.file('mine')).rejects.toThrow('These heads are no longer in this browser.');
});

test('heads that do not fit are not chosen, and where they were the default is in use', async () => {
  const { gallery, start, saved } = networks('unfit', [row('old', 1, 'backbone#0 proposals#2 heads#9 looks#4')]);
  await saved;
  const network = `${STANDARD}/old`;
  await expect(start().choose(network)).rejects.toThrow('These heads cannot be used any more.');
  await gallery.setSetting('network', network);
  expect(await start().load()).toBe(STANDARD);
});
