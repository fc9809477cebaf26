import { expect, test } from 'vitest';
import { assemblyClass, layoutFingerprint, structLayout, writeStruct } from './structLayout.ts';

const layout = structLayout('Example', { flag: 'i32', share: 'f64', numbers: 'Float32Array', count: 'i32' });

test('fields are aligned to their size, and a struct is a multiple of eight bytes', () => {
  expect(layout.offsets).toEqual({ flag: 0, share: 8, numbers: 16, count: 20 });
  expect(layout.bytes).toBe(24);
  expect(structLayout('Odd', { share: 'f64', count: 'i32' }).bytes).toBe(16);
});

test('numbers are written as they are, arrays as their place in memory', () => {
  const memory = new ArrayBuffer(64);
  const view = new DataView(memory);
  writeStruct(layout, view, 8, { flag: -3, share: 0.1, numbers: new Float32Array(memory, 48, 2), count: 7 });
  expect(view.getInt32(8, true)).toBe(-3);
  expect(view.getFloat64(16, true)).toBe(0.1);
  expect(view.getInt32(24, true)).toBe(48);
  expect(view.getInt32(28, true)).toBe(7);
});

test('a layout of another order, kind or name has another fingerprint', () => {
  const { flag, count, ...others } = layout.fields;
  const all = [
    layout,
    structLayout('Example', { count, ...others, flag }),
    structLayout('Example', { flag, ...others, count: 'Int32Array' }),
    structLayout('Another', layout.fields),
  ];
  expect(new Set(all.map(layoutFingerprint)).size).toBe(all.length);
  expect(layoutFingerprint(structLayout('Example', layout.fields))).toBe(layoutFingerprint(layout));
});

test('the loop’s side is a class of the same fields in the same order', () => {
  const text = assemblyClass(layout);
  expect([...text.matchAll(/^ {2}(\w+): (\w+) = 0;/gm)].map(([, name, type]) => `${name} ${type}`)).toEqual([
    'flag i32',
    'share f64',
    'numbers usize',
    'count i32',
  ]);
  expect(text).toContain("if (offsetof<Example>('flag') != 0 || offsetof<Example>('share') != 8 || ");
});
