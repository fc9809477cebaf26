import { beforeAll, expect, test } from 'vitest';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { TINY_HEADS } from '../fixtures/randomHeads.ts';
import { headsInputLength } from '../heads/headsDescription.ts';
import { regionPass } from './batchForward.ts';
import { createHeadsVariables } from './headsVariables.ts';
import { LABEL_BRANCH, mergeMembers } from './mergeMembers.ts';
import { seededRandom } from './random.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('the logits of merged members are the mean of theirs, for every proposal', () => {
  const members = [1, 2, 3].map((seed) => createHeadsVariables(TINY_HEADS, seededRandom(seed)));
  // Biases start as zeros, which any mistake about them would leave as they are.
  members.forEach((member, m) => {
    for (const variable of member.named('hidden.bias', 'label.bias'))
      variable.assign(tf.linspace(m, m + 1, variable.size));
  });
  const merged = createHeadsVariables({ ...TINY_HEADS, hidden: TINY_HEADS.hidden * 3 }, seededRandom(4));
  merged.assign(mergeMembers(members.map((member) => member.read())));
  const random = seededRandom(5);
  const shape: [number, number, number] = [2, 4, headsInputLength(TINY_HEADS)];
  const features = tf.tensor3d(
    Float32Array.from({ length: shape[0] * shape[1] * shape[2] }, () => random.normal()),
    shape,
  );
  const each = members.map((member) => regionPass(features, member, null).logits.dataSync());
  regionPass(features, merged, null)
    .logits.dataSync()
    .forEach((logit, i) => {
      expect(logit).toBeCloseTo(each.reduce((sum, logits) => sum + logits[i]!, 0) / 3, 4);
    });
});

test('one member comes through as it is', () => {
  const member = createHeadsVariables(TINY_HEADS, seededRandom(6)).read();
  for (const [name, { shape, values }] of mergeMembers([member]))
    expect({ shape, values }, name).toEqual(member.get(name));
});

test('says what is missing', () => {
  expect(() => mergeMembers([])).toThrow('mergeMembers: got no member, wanted at least one');
  expect(() => mergeMembers([new Map()])).toThrow('mergeMembers: got a member without hidden.weight');
  expect(LABEL_BRANCH).toContain('label.weight');
});
