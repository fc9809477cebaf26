import { expect, test } from 'vitest';
import { trustedScript, trustScript } from './trustedScripts.ts';

const ORIGIN = 'https://photos.example';
const allowed = (address: string) => trustedScript(address, ORIGIN, `${ORIGIN}/facet/`);

test('scripts of this origin pass as they are, however they are addressed', () => {
  for (const address of ['./sw.js', 'assets/worker.js', '/sw.js', `${ORIGIN}/sw.js`])
    expect(allowed(address)).toBe(address);
});

test('scripts of other origins, and text that is one itself, do not pass', () => {
  for (const address of [
    'https://photos.example.net/a.js',
    '//elsewhere.example/a.js',
    'http://photos.example/a.js',
    'data:text/javascript,1',
  ])
    expect(() => allowed(address)).toThrow(/wanted a script of https:\/\/photos\.example/);
});

test('a blob passes only once it has been named, also one of this origin', () => {
  const blob = `blob:${ORIGIN}/0b7d`;
  expect(() => allowed(blob)).toThrow('trustedScript');
  trustScript(blob);
  expect(allowed(blob)).toBe(blob);
});
