// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Pipeline } from '../../pipeline/api/pipelineVerbs.ts';
import type { TeachingPreview } from '../../pipeline/api/teachingVerbs.ts';
import { button, clearPage, shownAt } from './testPage.tsx';

afterEach(clearPage);

function preview(more: Partial<TeachingPreview> = {}): TeachingPreview {
  return {
    found: Uint32Array.of(1, 2),
    foundCount: 2,
    precision: 0.84,
    questions: Uint32Array.of(2),
    untold: 0,
    ...more,
  };
}

/** The dialog with photo a as its only example, once it knows what that would find. */
async function dialogWith(verbs: Partial<Pipeline>) {
  const page = await shownAt('#/', { taught: async () => [], ...verbs });
  await act(async () => {
    page.facet.teaching.begin(['a']);
    // It is loaded when it is first needed.
    await import('../features/teach/TeachDialog.tsx');
  });
  await vi.waitFor(() => expect(document.querySelector('dialog')).not.toBeNull());
  await act(async () => {});
  return page;
}

const text = (): string => document.querySelector('dialog')?.textContent ?? '';

/** Types as a person does: React hears of it by the event alone. */
async function type(value: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('dialog input')!;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('every answer is taken into account at once, and what was said is what is taught', async () => {
  const tryTeaching = vi.fn<Pipeline['tryTeaching']>(async ({ no }) =>
    preview(no.length > 0 ? { found: Uint32Array.of(1), foundCount: 1, questions: new Uint32Array(0) } : {}),
  );
  const teach = vi.fn<Pipeline['teach']>(async () => ({ key: 'k', undo: 7 }));
  const undoTeaching = vi.fn<Pipeline['undoTeaching']>(async () => {});
  await dialogWith({ tryTeaching, teach, undoTeaching });
  await vi.waitFor(() => expect(text()).toContain('2 photos besides yours, of which about 84 % are right.'));
  expect(button('Done').disabled).toBe(true);
  await act(async () => button('No').click());
  await vi.waitFor(() => expect(text()).toContain('1 photo besides yours'));
  expect(tryTeaching.mock.lastCall?.[0]).toEqual({ key: null, yes: ['a'], no: ['b'] });
  expect(text()).toContain('You have answered for all photos.');
  await type('mug');
  await act(async () => button('Done').click());
  expect(teach).toHaveBeenCalledWith('mug', { key: null, yes: ['a'], no: ['b'] });
  await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
  expect(document.body.textContent).toContain('Facet knows “mug” now.');
  await act(async () => button('Undo').click());
  expect(undoTeaching).toHaveBeenCalledWith(7);
});

test('what cannot be learned is said in the dialog, and nothing is kept', async () => {
  const why = 'These photos were indexed before Facet could be taught. Drop their files again first.';
  await dialogWith({ tryTeaching: () => Promise.reject(new Error(why)) });
  await vi.waitFor(() => expect(text()).toContain(why));
  await type('mug');
  expect(button('Done').disabled).toBe(true);
});

test('a name that is taken is said in the dialog, which stays', async () => {
  const teach = () => Promise.reject(new Error('There is a category “cat” already. Choose another name.'));
  await dialogWith({ tryTeaching: async () => preview({ untold: 3 }), teach });
  await vi.waitFor(() => expect(text()).toContain('3 photos cannot be told'));
  await type('cat');
  await act(async () => button('Done').click());
  expect(document.querySelector('dialog [role=alert]')?.textContent).toContain('There is a category “cat” already.');
  expect(button('Done').disabled).toBe(false);
});
