import { expect, test } from 'vitest';
import { LatestOnly } from './latestOnly.ts';

/** A piece of work that ends when it is told to. */
function pieces(log: string[]) {
  const ends = new Map<string, () => void>();
  const piece = (name: string) => () => {
    log.push(name);
    return new Promise<void>((resolve) => ends.set(name, resolve));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { piece, end };
}

test('of what comes while one piece is at work only the newest is begun', async () => {
  const log: string[] = [];
  const { piece, end } = pieces(log);
  const latest = new LatestOnly();
  for (const name of ['a', 'b', 'c', 'd']) latest.run(piece(name));
  expect(log).toEqual(['a']);
  await end('a');
  expect(log).toEqual(['a', 'd']);
  await end('d');
  latest.run(piece('e'));
  expect(log).toEqual(['a', 'd', 'e']);
});

test('what is cleared before it begins never does', async () => {
  const log: string[] = [];
  const { piece, end } = pieces(log);
  const latest = new LatestOnly();
  latest.run(piece('a'));
  latest.run(piece('b'));
  latest.clear();
  await end('a');
  expect(log).toEqual(['a']);
});
