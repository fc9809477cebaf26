import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSafetensors } from '../weights/safetensors.ts';
import { loopsOn } from './loops.ts';
import { runMlp } from './mlp.ts';
import { proposalModel } from './proposalModel.ts';
import { distinctCandidates, PROPOSAL_SETTINGS } from './proposer.ts';
import { Scratch } from './scratch.ts';
import { SEGMENT_FEATURES } from './segmentFeatures.ts';
import { clouds, discs, flat } from './testing/pictures.ts';

const { ranking } = proposalModel(readSafetensors(new Uint8Array(readFileSync('public/models/proposals.safetensors')).buffer));

/** An arena without room hands out arrays of their own, on which no loop can run. */
const plainly = (): Scratch => new Scratch();
const withLoops = (): Scratch => new Scratch(32 * 2 ** 20);

test('the loops run on what the arena handed out, and on nothing else', () => {
  const scratch = withLoops();
  expect(loopsOn(scratch, scratch.float32(8))).not.toBeNull();
  expect(loopsOn(scratch, scratch.float32(8), new Float32Array(8))).toBeNull();
  expect(loopsOn(plainly(), plainly().float32(8))).toBeNull();
});

test.each([
  ['clouds of an odd width', clouds(97, 64, 6)],
  ['discs', discs(120, 90, [60, 90, 60], { x: 50, y: 40, radius: 20, colour: [210, 60, 50] })],
  ['a flat image', flat(60, 45)],
  ['one pixel', flat(1, 1)],
  ['2×3 pixels', clouds(2, 3, 1)],
  ['a wide strip', clouds(900, 3, 6)],
])('loops and plain TypeScript give %s the same boxes, features and logits, bit for bit', (_name, image) => {
  const settings = { ...PROPOSAL_SETTINGS, superpixels: 400 };
  const [plain, looped] = [plainly(), withLoops()].map((scratch) => {
    const { boxes, features, distinct } = distinctCandidates(image, settings, scratch);
    const logits = runMlp(ranking, features, distinct.kept.length, SEGMENT_FEATURES, scratch);
    return { boxes, features, votes: distinct.votes, logits };
  });
  expect(looped).toEqual(plain);
});
