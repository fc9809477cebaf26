/**
 * Names under which files lie beside each other in one folder: the second 'a.jpg' becomes 'a (2).jpg'. What a system takes for a folder
 * or refuses in a name becomes '_'.
 */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((raw) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    const name = raw.replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_').replace(/^\.+$/, '_') || '_';
    const dot = name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let distinct = name;
    for (let n = 2; taken.has(distinct.toLowerCase()); n++) distinct = `${stem} (${n})${ending}`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}
