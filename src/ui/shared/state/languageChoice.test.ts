// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { say, speak } from '../language/say.ts';
import { LanguageChoice } from './languageChoice.ts';

const target = (languages: readonly string[], localStorage: Storage = window.localStorage) => ({
  document,
  localStorage,
  navigator: { ...window.navigator, languages },
});

beforeEach(() => window.localStorage.clear());
afterEach(() => speak('en'));

test("the page speaks the browser's language, and says so to whoever reads it aloud", async () => {
  const choice = new LanguageChoice(target(['de-CH', 'en']));
  await choice.begin();
  expect([choice.wish.getSnapshot(), choice.spoken.getSnapshot(), document.documentElement.lang]).toEqual([
    'browser',
    'de',
    'de',
  ]);
  expect(say.common.settings).toBe('Einstellungen');
});

test('the page describes itself in the language that it speaks', async () => {
  document.head.innerHTML = '<meta name="description" content="?" />';
  const description = () => document.querySelector('meta[name=description]')?.getAttribute('content');
  const choice = new LanguageChoice(target(['de']));
  await choice.begin();
  expect(description()).toBe(say.app.description);
  expect(description()).toMatch(/Fotosuche/);
  await choice.choose('en');
  expect(description()).toMatch(/photo search/);
});

test('a language that was chosen is spoken at once and after a reload, until the browser decides again', async () => {
  const first = new LanguageChoice(target(['en']));
  await first.begin();
  await first.choose('de');
  expect(say.common.settings).toBe('Einstellungen');

  const reloaded = new LanguageChoice(target(['en']));
  expect(reloaded.wish.getSnapshot()).toBe('de');
  await reloaded.begin();
  expect(reloaded.spoken.getSnapshot()).toBe('de');
  await reloaded.choose('browser');
  expect(document.documentElement.lang).toBe('en');
  expect(new LanguageChoice(target(['en'])).wish.getSnapshot()).toBe('browser');
});

test('a browser that stores nothing still speaks what was chosen', async () => {
  const refuses = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const storage: Storage = {
    length: 0,
    clear: refuses,
    getItem: refuses,
    key: refuses,
    removeItem: refuses,
    setItem: refuses,
  };
  const choice = new LanguageChoice(target(['en'], storage));
  await choice.choose('de');
  expect([choice.wish.getSnapshot(), choice.spoken.getSnapshot()]).toEqual(['de', 'de']);
});
