import { expect, test } from 'vitest';
import { Ending } from './ending.ts';

test('work that is done first gives its result or its error, and nothing of it is kept', async () => {
  const ending = new Ending(new Promise<string>(() => {}));
  expect(await ending.or(Promise.resolve(1))).toBe(1);
  await expect(ending.or(Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await Promise.resolve();
  expect([ending.races, ending.ended]).toEqual([0, null]);
});

test('all work that waits is given the ending, and so is all that comes later, whatever becomes of it', async () => {
  let end = (_: string): void => {};
  const ending = new Ending(
    new Promise<string>((resolve) => {
      end = resolve;
    }),
  );
  const waiting = [ending.or(new Promise<number>(() => {})), ending.or(new Promise<number>(() => {}))];
  expect(ending.races).toBe(2);
  end('lost');
  expect(await Promise.all(waiting)).toEqual(['lost', 'lost']);
  expect(await ending.or(Promise.reject(new Error('late')))).toBe('lost');
  expect([ending.races, ending.ended]).toEqual([0, { value: 'lost' }]);
});
