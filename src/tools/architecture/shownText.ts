import { parseSync } from 'vite';

/** A text of a source file, with the line that it stands in. */
export interface FoundText {
  readonly line: number;
  readonly text: string;
}

/** Attributes and fields whose words a person sees or hears. */
const SHOWN_NAMES = new Set(
  'aria-label,aria-description,aria-valuetext,title,label,alt,placeholder,text,hint,confirm,caption,heading'.split(','),
);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function programOf(path: string, source: string): Node {
  const { program } = parseSync(path, source, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (!isNode(program)) throw new Error(`programOf: got no syntax tree of ${path}, wanted one`);
  return program;
}

function lineOf(source: string, { start }: Node): number {
  return source.slice(0, start).split('\n').length;
}

/** Words that stand in a source as they are shown: text between tags, in attributes and fields that are shown, and whole sentences anywhere. */
export function shownTexts(path: string, source: string): FoundText[] {
  const found: FoundText[] = [];
  const visit = (node: Node, parent: Node | null): void => {
    // Types, the names of modules, and what is thrown for developers are no words for a person.
    if (node.type.startsWith('TSType') || node.type === 'TSInterfaceDeclaration' || isImport(node) || isThrown(node))
      return;
    const text = textOf(node);
    if (text !== null && isShown(node, parent, text)) found.push({ line: lineOf(source, node), text: text.trim() });
    // The value of an attribute may stand in braces, and one of two may be chosen.
    const holder = /^(JSXExpressionContainer|ConditionalExpression|LogicalExpression)$/.test(node.type) ? parent : node;
    for (const child of childrenOf(node)) visit(child, holder);
  };
  visit(programOf(path, source), null);
  return found;
}

function isImport({ type }: Node): boolean {
  return type === 'ImportDeclaration' || type === 'ImportExpression' || type === 'ExportAllDeclaration';
}

function isThrown({ type, callee }: Node): boolean {
  const name = isNode(callee) ? String(callee['name']) : '';
  const isLog = isNode(callee) && isNode(callee['object']) && callee['object']['name'] === 'console';
  return (type === 'NewExpression' && name.endsWith('Error')) || (type === 'CallExpression' && isLog);
}

/** The words of a text, its holes left out; null of anything else. */
function textOf(node: Node): string | null {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node['value'] === 'string'))
    return String(node['value']);
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null;
  return node['quasis']
    .map((part: unknown) => (isNode(part) && typeof part['value'] === 'object' ? rawOf(part['value']) : ''))
    .join('…');
}

function rawOf(value: object | null): string {
  return value !== null && 'raw' in value ? String(value.raw) : '';
}

function isShown(node: Node, parent: Node | null, text: string): boolean {
  if (!/\p{L}{2}/u.test(text) || parent?.['key'] === node) return false;
  if (node.type === 'JSXText' || SHOWN_NAMES.has(nameIn(parent))) return true;
  if (parent?.type === 'JSXAttribute') return false;
  // A sentence or a heading: it begins with a capital letter and has a second word, or ends like a sentence.
  return /^\s*[·,]?\s*\p{Lu}\p{Ll}+(?:\s+\p{L}|\s*…|\.$)/u.test(text);
}

/** The attribute or field that a text is the value of. */
function nameIn(parent: Node | null): string {
  if (parent?.type === 'JSXAttribute' && isNode(parent['name'])) return String(parent['name']['name']);
  if (parent?.type === 'Property' && isNode(parent['key']))
    return String(parent['key']['name'] ?? parent['key']['value']);
  return '';
}

/** Where `name` is read while the module loads: outside of every function, and in no type. */
export function readAtLoad(path: string, source: string, name: string): number[] {
  const lines: number[] = [];
  const visit = (node: Node): void => {
    if (isImport(node) || node.type.startsWith('TSType') || /^(Arrow)?Function/.test(node.type)) return;
    if (node.type === 'MethodDefinition' || node.type === 'TSInterfaceDeclaration') return;
    if (node.type === 'Identifier' && node['name'] === name) lines.push(lineOf(source, node));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(programOf(path, source));
  return lines;
}
