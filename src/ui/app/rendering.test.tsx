// @vitest-environment happy-dom
import { act, type ComponentType, createElement, Profiler } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { clearPage, running, shownAt } from './testPage.tsx';

/** Names of the parts of the page that rendered, as React's profiler reports them. */
const rendered: string[] = [];

/** The same component inside a profiler of its own. */
function profiled<P extends object>(name: string, Part: ComponentType<P>) {
  return (props: P) => (
    <Profiler id={name} onRender={(id) => rendered.push(id)}>
      {createElement(Part, props)}
    </Profiler>
  );
}

vi.mock('./shell/Header.tsx', async (original) => {
  const { Header } = await original<typeof import('./shell/Header.tsx')>();
  return { Header: profiled('header', Header) };
});
vi.mock('./shell/IndexingLine.tsx', async (original) => {
  const { IndexingLine } = await original<typeof import('./shell/IndexingLine.tsx')>();
  return { IndexingLine: profiled('progress line', IndexingLine) };
});
vi.mock('./shell/Quarantine.tsx', async (original) => {
  const { Quarantine } = await original<typeof import('./shell/Quarantine.tsx')>();
  return { Quarantine: profiled('quarantine', Quarantine) };
});
vi.mock('./shell/DropOverlay.tsx', async (original) => {
  const { DropOverlay } = await original<typeof import('./shell/DropOverlay.tsx')>();
  return { DropOverlay: profiled('drop overlay', DropOverlay) };
});
vi.mock('./shell/NoticeList.tsx', async (original) => {
  const { NoticeList } = await original<typeof import('./shell/NoticeList.tsx')>();
  return { NoticeList: profiled('notices', NoticeList) };
});
vi.mock('./View.tsx', async (original) => {
  const { View } = await original<typeof import('./View.tsx')>();
  return { View: profiled('view', View) };
});
vi.mock('../features/photo/PhotoOverlay.tsx', async (original) => {
  const { PhotoOverlay } = await original<typeof import('../features/photo/PhotoOverlay.tsx')>();
  return { PhotoOverlay: profiled('opened photo', PhotoOverlay) };
});
vi.mock('../features/settings/SettingsDialog.tsx', async (original) => {
  const { SettingsDialog } = await original<typeof import('../features/settings/SettingsDialog.tsx')>();
  return { SettingsDialog: profiled('settings', SettingsDialog) };
});

afterEach(clearPage);

for (const hash of [
  '#/',
  '#/?with=cat',
  '#/search?photo=a',
  '#/?chip=all:cat',
  '#/duplicates',
  '#/?open=a',
  '#/?panel=settings',
]) {
  test(`at ${hash} a tick of progress renders the progress line and nothing else`, async () => {
    const { snapshot } = await shownAt(hash);
    expect(rendered).toEqual(expect.arrayContaining(['header', 'progress line', 'view', 'notices']));
    rendered.length = 0;
    for (const done of [2, 3, 4]) {
      await act(async () => snapshot.set({ ...running, indexing: { ...running.indexing!, done, left: 100 - done } }));
    }
    expect(rendered).toEqual(['progress line', 'progress line', 'progress line']);
    expect(document.body.textContent).toContain('4 done');
  });
}

test('a photo that is added renders the view, so the profilers do report', async () => {
  const { add } = await shownAt('#/');
  rendered.length = 0;
  await add('c');
  expect(rendered).toContain('view');
});
