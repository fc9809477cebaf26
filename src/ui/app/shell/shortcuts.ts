import { say } from '../../shared/language/say.ts';

/** A key or several, and what it does. */
interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

const ARROWS = ['←', '→', '↑', '↓'] as const;

/** Every shortcut of the page, by where it works. */
export function shortcutList(): readonly { readonly where: string; readonly shortcuts: readonly Shortcut[] }[] {
  const { shortcuts: said } = say;
  return [
    {
      where: said.everywhere,
      shortcuts: [
        { keys: ['/'], does: said.search },
        { keys: ['Esc'], does: said.close },
        { keys: ['?'], does: said.list },
      ],
    },
    {
      where: said.gallery,
      shortcuts: [
        { keys: ARROWS, does: said.walk },
        { keys: ['Enter'], does: said.open },
      ],
    },
    {
      where: say.map.title,
      shortcuts: [
        { keys: ARROWS, does: said.walk },
        { keys: [said.pageDown, said.pageUp], does: say.map.rows },
        { keys: [said.space], does: say.map.select },
        { keys: ['L'], does: say.map.draw },
        { keys: ['+', '−'], does: say.map.zoom },
        { keys: ['0'], does: say.map.whole },
      ],
    },
    {
      where: said.photo,
      shortcuts: [
        { keys: ['←', '→'], does: said.turn },
        { keys: ['B'], does: said.boxes },
        { keys: ['D'], does: said.draw },
        { keys: ['F'], does: said.full },
        { keys: ['+', '−'], does: said.zoom },
        { keys: ['0'], does: said.fit },
      ],
    },
    {
      where: said.box,
      shortcuts: [
        { keys: ARROWS, does: said.move },
        { keys: [said.shift, ...ARROWS], does: said.size },
        { keys: [said.delete], does: said.take },
      ],
    },
  ];
}
