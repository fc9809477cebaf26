import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Region, WasmArena } from './wasmArena.ts';

test('regions never overlap, are aligned to 16 and keep what was written, whatever is released in between', () => {
  const steps = fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 90_000 }), release: fc.nat() }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (sequence) => {
      const arena = new WasmArena();
      const held: { region: Region; mark: number }[] = [];
      sequence.forEach(({ bytes, release }, step) => {
        if (release % 3 === 0 && held.length > 0) {
          arena.release(held.splice(release % held.length, 1)[0]!.region);
          return;
        }
        const region = arena.allocate(bytes);
        expect(region.bytes).toBeGreaterThanOrEqual(bytes);
        expect(region.address % 16).toBe(0);
        expect(region.address).toBeGreaterThan(0);
        const mark = (step % 255) + 1;
        arena.bytes(region.address, region.bytes).fill(mark);
        held.push({ region, mark });
      });
      for (const { region, mark } of held)
        expect(arena.bytes(region.address, region.bytes).every((byte) => byte === mark)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('what is released is given out again: the memory does not grow for it', () => {
  const arena = new WasmArena();
  arena.release(arena.allocate(300_000));
  const before = arena.byteLength;
  for (let i = 0; i < 20; i++) arena.release(arena.allocate(300_000));
  expect(arena.byteLength).toBe(before);
});

test('a number of bytes that is no whole number is refused', () => {
  expect(() => new WasmArena().allocate(-1)).toThrow('WasmArena: got -1 bytes, wanted a whole number from 0');
});
