import ts from 'typescript';
import { isScript, parseSource, type SourceTree, walk } from './source-tree.ts';

/** Where addresses are spelt. */
const home = /^app\/paths\//;

/** Files that spell an address themselves, each with its reason. */
export const spellsAddresses: Readonly<Record<string, string>> = {
  'app/start.js': 'says where to go in words, before anything is installed that could read TypeScript',
};

/**
 * Addresses of our routes in the code of the app, whole or as the end of a template: they are spelt in
 * `app/paths`. So is an address that is put together of another one and a step below it. What the first step
 * of an address may be is read from the names of the routes; words in comments, and patterns, are free.
 */
export function literalAddresses(tree: SourceTree): string[] {
  const steps = firstSteps(tree);
  const address = new RegExp(`(?:^|[\\s=("'])/(?:${steps.join('|')})(?=$|[/?#.&\\s"')])`);
  const speaks = (path: string) => path in spellsAddresses;
  const found = [...tree]
    .filter(([path]) => path.startsWith('app/') && isScript(path) && !home.test(path))
    .map(([path, text]) => ({ path, said: addressesIn(path, text, steps.length > 0 ? address : null) }));
  const stale = Object.keys(spellsAddresses).filter(
    (name) => tree.has(name) && !found.some(({ path, said }) => path === name && said.length > 0),
  );
  return [
    ...found.filter(({ path }) => !speaks(path)).flatMap(({ said }) => said),
    ...stale.map((path) => `${path} has a reason to spell an address and spells none`),
  ];
}

/** `s` for `app/routes/s.start.tsx`, `fieldwork` for `app/routes/fieldwork/route.tsx`. */
function firstSteps(tree: SourceTree): string[] {
  const steps = [...tree.keys()].flatMap((path) => /^app\/routes\/([a-z][\w-]*)/.exec(path)?.[1] ?? []);
  return [...new Set(steps)];
}

function addressesIn(path: string, text: string, address: RegExp | null): string[] {
  const said: string[] = [];
  const source = parseSource(path, text);
  walk(source, (node) => {
    if (!isWords(node) || isModuleName(node)) return;
    const isAddress = address?.test(node.text) || isHome(node) || (isBelow(node) && buildsPages(path));
    if (!isAddress) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    said.push(`${path}:${line + 1} spells an address, which only app/paths does`);
  });
  return said;
}

type Words = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

const isWords = (node: ts.Node): node is Words =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);

const isModuleName = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);

/** The front page, given to an element: `href="/"`. */
const isHome = (node: Words): boolean => node.text === '/' && ts.isJsxAttribute(node.parent);

/** A step below what stands before it: `${wave}/codes`. */
const isBelow = (node: Words): boolean =>
  ts.isTemplateMiddleOrTemplateTail(node) && /^\/[a-z]/.test(node.text);

/** Elsewhere a template with a slash is a file's name, a share or a unit. */
const buildsPages = (path: string): boolean => /^app\/(?:routes|components|staff|root\.tsx)/.test(path);
