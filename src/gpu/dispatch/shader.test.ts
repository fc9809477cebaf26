import { expect, test } from 'vitest';
import { packUniforms, shader } from './shader.ts';

const code = `
struct Params {
  rows: u32, // how many
  offset: i32,
  alpha: f32, // slope, of x < 0
}

const TILE = 16;
// const OTHER = 3;
@compute @workgroup_size(TILE, 4)
fn main() {}
`;

test('the uniform layout is read from the WGSL and packed in its order', () => {
  const view = new DataView(packUniforms(shader('leaky', code), { alpha: 0.5, rows: 7, offset: -3 }));
  expect(view.byteLength).toBe(16);
  expect([view.getUint32(0, true), view.getInt32(4, true), view.getFloat32(8, true)]).toEqual([7, -3, 0.5]);
});

test('a uniform too many, one too few and a type that is not a scalar are named', () => {
  const leaky = shader('leaky', code);
  expect(() => packUniforms(leaky, { rows: 1, offset: 0, alpha: 0, beta: 1 })).toThrow(
    'leaky got beta, wanted rows, offset, alpha',
  );
  expect(() => packUniforms(leaky, { rows: 1, offset: 0 })).toThrow('leaky got no alpha, wanted a number');
  expect(() => shader('bad', '@workgroup_size(1) struct Params { size: vec2<u32> }')).toThrow(
    'bad has the uniform "size: vec2<u32>"',
  );
});

test('a shader without Params has no uniforms', () => {
  expect(packUniforms(shader('plain', '@workgroup_size(1) fn main() {}'), {}).byteLength).toBe(0);
});

test("the size of the workgroup and the constants are the file's own, and comments are none", () => {
  const leaky = shader('leaky', code);
  expect(leaky.workgroupSize).toEqual([16, 4, 1]);
  expect(leaky.constant('TILE')).toBe(16);
  expect(() => leaky.constant('OTHER')).toThrow('shader: leaky has no constant OTHER, got TILE');
  expect(() => shader('odd', '@workgroup_size(SIZE) fn main() {}')).toThrow('shader: odd has @workgroup_size(SIZE)');
});

test('a constant on which file and reference differ is refused when the file is read', () => {
  expect(shader('leaky', code, { TILE: 16 }).constant('TILE')).toBe(16);
  expect(() => shader('leaky', code, { TILE: 8 })).toThrow('leaky has TILE = 16, wanted 8 as in the reference');
});
