// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { Theme } from './theme.ts';

afterEach(() => {
  localStorage.clear();
  document.head.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

test('a chosen theme is there again when the page is opened anew, and the system’s is the default', () => {
  expect(new Theme(window).choice.getSnapshot()).toBe('system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  new Theme(window).choose('dark');
  expect(new Theme(window).choice.getSnapshot()).toBe('dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  new Theme(window).choose('system');
  expect(new Theme(window).choice.getSnapshot()).toBe('system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

test('the browser’s bars take the colour of the chosen theme, whatever the device prefers', () => {
  document.head.innerHTML = `
    <meta name="theme-color" content="#fff" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#000" media="(prefers-color-scheme: dark)">`;
  const media = () => [...document.querySelectorAll('meta')].map((meta) => meta.getAttribute('media'));
  const theme = new Theme(window);
  theme.choose('dark');
  expect(media()).toEqual(['not all', 'all']);
  theme.choose('light');
  expect(media()).toEqual(['all', 'not all']);
  theme.choose('system');
  expect(media()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
});

test('a browser that forbids storage still shows what was chosen', () => {
  const forbidden = {
    document,
    get localStorage(): Storage {
      throw new DOMException('forbidden', 'SecurityError');
    },
  };
  const theme = new Theme(forbidden);
  theme.choose('light');
  expect(theme.choice.getSnapshot()).toBe('light');
});
