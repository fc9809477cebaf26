import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('eight hex digits, the same for the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const digits = fingerprint(Uint8Array.from(bytes).buffer);
      expect(digits).toMatch(/^[0-9a-f]{8}$/);
      expect(fingerprint(Uint8Array.from(bytes).buffer)).toBe(digits);
    }),
  );
});

test('any one byte that changes, the last ones too, changes it', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, at, change) => {
        const other = Uint8Array.from(bytes);
        other[at % other.length]! ^= change;
        expect(fingerprint(other.buffer)).not.toBe(fingerprint(Uint8Array.from(bytes).buffer));
      },
    ),
  );
});

test("nothing is FNV-1a's offset basis", () => {
  expect(fingerprint(new ArrayBuffer(0))).toBe('811c9dc5');
});
