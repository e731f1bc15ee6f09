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
    const isAddress =
      address?.test(node.text) || isGivenAddress(node) || (isBelow(node) && buildsPages(path));
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

/** A place on the same page, a telephone, another site; or what begins with something else than words. */
const leadsAway = /^(?:#|[a-z]+:|$)/;
const takesAddress = /^(?:href|action|formAction|home)$/;
/** What is an address whatever takes it. */
const looksLikeAddress = /^(?:\/$|\.{1,2}\/|\?)/;

/** An address given to an element or a redirect: `href={'/'}`, `href="codes"`, `redirect('?page=2')`. */
function isGivenAddress(node: Words): boolean {
  if (ts.isTemplateMiddleOrTemplateTail(node)) return false;
  const words: ts.Node = ts.isTemplateHead(node) ? node.parent : node;
  const { parent } = words;
  const attribute = ts.isJsxExpression(parent) ? parent.parent : parent;
  if (ts.isJsxAttribute(attribute))
    return takesAddress.test(attribute.name.getText())
      ? !leadsAway.test(node.text)
      : looksLikeAddress.test(node.text);
  return (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === words &&
    parent.expression.getText() === 'redirect' &&
    !leadsAway.test(node.text)
  );
}

/** A step below what stands before it: `${wave}/codes`, `wave + '/codes'`; or the beginning: `'/' + area`. */
function isBelow(node: Words): boolean {
  if (ts.isTemplateMiddleOrTemplateTail(node)) return /^\/[a-z]/.test(node.text);
  const { parent } = node;
  const isAdded = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return isAdded && /^\/(?:[a-z]|$)/.test(node.text);
}

/** Elsewhere a template with a slash is a file's name, a share or a unit. */
const buildsPages = (path: string): boolean => /^app\/(?:routes|components|staff|root\.tsx)/.test(path);
