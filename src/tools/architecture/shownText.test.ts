import { expect, test } from 'vitest';
import { readAtLoad, shownTexts } from './shownText.ts';

const texts = (source: string) => shownTexts('a.tsx', source).map(({ text }) => text);

test('words between tags and in shown attributes are found, names and styles are not', () => {
  expect(texts('<p className="note" role="status">Hello <b>{name}</b></p>')).toEqual(['Hello']);
  expect(texts('<Button label="Save" icon="check" />')).toEqual(['Save']);
  expect(texts(['<img alt={`Photo $', '{n}`} />'].join(''))).toEqual(['Photo …']);
  expect(texts("<Button label={on ? 'stop' : 'go'} shape={on ? 'icon' : 'wide'} />")).toEqual(['stop', 'go']);
  expect(texts("const CHOICES = [{ value: 'dark', text: 'dark' }];")).toEqual(['dark']);
});

test('sentences are found wherever they stand, what developers read is not', () => {
  expect(texts("notices.info('The picture was copied.');")).toEqual(['The picture was copied.']);
  expect(texts(['const said = `Remove $', '{name}`;'].join(''))).toEqual(['Remove …']);
  expect(texts("throw new RangeError('region: got nothing, wanted a box');")).toEqual([]);
  expect(texts("console.warn('Nothing was kept.'); if (key === 'ArrowLeft') go();")).toEqual([]);
});

test('what a module reads while it loads is told from what its functions read', () => {
  const source = 'const late = () => say.gallery;\nconst early = say.gallery;\nfunction f() { return say; }';
  expect(readAtLoad('a.ts', source, 'say')).toEqual([2]);
});
