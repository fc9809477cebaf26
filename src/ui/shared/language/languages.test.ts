import { expect, test } from 'vitest';
import { isLanguage, languageFor } from './languages.ts';

test('a browser is spoken to in the first of its languages that the page knows, whatever the country', () => {
  expect(languageFor(['de-AT', 'en'])).toBe('de');
  expect(languageFor(['fr', 'de', 'en'])).toBe('de');
  expect(languageFor(['en-GB', 'de'])).toBe('en');
  expect(languageFor(['DE'])).toBe('de');
});

test('it is English where none of them is known', () => {
  expect(languageFor(['fr-FR', 'den'])).toBe('en');
  expect(languageFor([])).toBe('en');
});

test('only what is spoken is a language', () => {
  expect(['de', 'en', 'toString', 'fr', null].map(isLanguage)).toEqual([true, true, false, false, false]);
});
