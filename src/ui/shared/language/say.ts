import { type Catalogue, english } from './english/english.ts';
import type { Language } from './languages.ts';

/**
 * What the page says, in the language that it speaks now: `say.gallery.noMatch`, `say.counts.photos(3)`. It is read when something is
 * shown, never while a module loads: then it would stay English.
 */
export let say: Catalogue = english;

/** Speaks the language from now on, whose texts are loaded first unless they are English. @throws what the browser says when they cannot be loaded */
export async function speak(language: Language): Promise<void> {
  say = language === 'en' ? english : (await import('./german/german.ts')).german;
}
