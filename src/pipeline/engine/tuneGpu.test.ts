import { expect, test } from 'vitest';
import { tuningInWords } from './tuneGpu.ts';

test('the diagnostics say how many layers each kernel computes, the most first', () => {
  const ms = { tiled: 1, registers: 2, tfjs: 3 };
  const probed = (['tfjs', 'tiled', 'tiled'] as const).map((chosen, i) => ({ shape: `${i}`, chosen, ms }));
  expect(tuningInWords(probed)).toBe("2 by our tiled kernel, 1 by tfjs's kernel");
  expect(tuningInWords([])).toBe('');
});
