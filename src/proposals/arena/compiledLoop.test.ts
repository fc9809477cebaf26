import { expect, test } from 'vitest';
import { checkedLoop, compiledLoop } from './compiledLoop.ts';
import { loopsOf } from './loopsBinary.ts';
import { Scratch } from './scratch.ts';

/** As superpixels.arguments.ts declares it. */
const skew = compiledLoop('skew', {
  strength: 'Float32Array',
  width: 'i32',
  height: 'i32',
  columns: 'i32',
  rows: 'i32',
  out: 'Float32Array',
});

const room = (): Scratch => new Scratch(2 ** 20);

/** A plane of 2×2 cracks, skewed: a block of four rows, of which the image has two. */
const values = (scratch: Scratch) => {
  const strength = scratch.float32(4);
  strength.set([1, 2, 3, 4]);
  return { strength, width: 2, height: 2, columns: 2, rows: 2, out: scratch.float32(20) };
};

test('a loop finds each argument under the name that the host wrote it to', () => {
  const scratch = room();
  const given = values(scratch);
  skew.on(scratch, given)!.run();
  const i = Infinity;
  expect([...given.out]).toEqual([1, i, i, i, 2, 3, i, i, i, 4, i, i, i, i, i, i, i, i, i, i]);
});

test('a bound loop reads what its words hold when it runs', () => {
  const scratch = room();
  const given = values(scratch);
  const loop = skew.on(scratch, given)!;
  loop.words[skew.word.columns] = 1;
  loop.run();
  expect([given.out[0], given.out[4], given.out[5]]).toEqual([1, Infinity, 3]);
});

test('no loop runs on arrays outside the arena, or in an arena without room', () => {
  const scratch = room();
  expect(skew.on(scratch, { ...values(scratch), strength: new Float32Array(4) })).toBeNull();
  const full = new Scratch();
  expect(skew.on(full, values(full))).toBeNull();
});

test('a binary that lacks a loop, or whose loop reads another struct, is named', () => {
  const exports = loopsOf(room().memory)!;
  expect(() => checkedLoop(exports, 'skew', skew.layout)).not.toThrow();
  expect(() => checkedLoop({}, 'skew', skew.layout)).toThrow('compiledLoop: loops.binary.ts has no skew');
  const { strength, out, ...sizes } = skew.layout.fields;
  const swapped = compiledLoop('skew', { out, ...sizes, strength });
  const scratch = room();
  expect(() => swapped.on(scratch, values(scratch))).toThrow(
    /compiledLoop: SkewArguments of loops.binary.ts: got layout -?\d+, wanted -?\d+; npm run assembly builds it/,
  );
});
