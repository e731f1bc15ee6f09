import ts from 'typescript';
import { isScript, isStyle, parseSource, type SourceTree, walk } from './source-tree.ts';

export const longestFile = 300;

/** Files that may be longer, each with its reason. */
export type LongFiles = Readonly<Record<string, string>>;

export function tooLongFiles(tree: SourceTree, reasons: LongFiles): string[] {
  const lines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const long = [...tree].filter(
    ([path, text]) => (isScript(path) || isStyle(path)) && lines(text) > longestFile,
  );
  const unexplained = long
    .filter(([path]) => !reasons[path]?.trim())
    .map(([path, text]) => `${path} has ${lines(text)} lines and no reason for more than ${longestFile}`);
  const stale = Object.keys(reasons)
    .filter((path) => !long.some(([known]) => known === path))
    .map((path) => `${path} has a reason to be long and is not long`);
  return [...unexplained, ...stale];
}

const emptyName = /(?:^|[-.])(?:utils?|helpers?|misc|common|managers?)$/i;

/**
 * A name says what is inside. `manager` is a role of the firm: `manager-invites.ts` is fine,
 * `wave-manager.ts` is not.
 */
export function emptyNames(tree: SourceTree): string[] {
  return [...tree.keys()]
    .filter((path) =>
      path
        .split('/')
        .some((part) =>
          emptyName.test(part.replace(/(?:\.(?:server|client|test))?\.(?:tsx?|js|sql|css)$/, '')),
        ),
    )
    .map((path) => `${path} has a name that says nothing`);
}

const readsEnvironment = /^(?:app\/env\.server\.ts|app\/start\.js|app\/commands\/prepare\.js|tests\/.*)$/;
/** Capitals or small letters throughout, as statements are written; a sentence begins with one capital. */
const statement =
  /^\s*(?:(?:SELECT\s[\s\S]*\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|(?:CREATE|DROP|ALTER)\s+TABLE|PRAGMA)\s|(?:select\s[\s\S]*\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|pragma)\s)/;

/**
 * What the code of a file must not say, found in its syntax, so that words in comments and texts are free.
 */
export function forbiddenCode(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) => (isScript(path) ? forbiddenInFile(path, text) : []));
}

const takesList = /\.(?:push|unshift|apply)$|^Math\.(?:min|max)$|^String\.from(?:CharCode|CodePoint)$/;
const isServerCode = (path: string): boolean =>
  /^(?:app|db)\//.test(path) && !path.startsWith('app/components/');

function forbiddenInFile(path: string, text: string): string[] {
  const found: string[] = [];
  const source = parseSource(path, text);
  walk(source, (node) => {
    const say = (what: string): void => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${path}:${line + 1} ${what}`);
    };
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(source);
      if (/(?:^|\.)(?:transaction|transact)$/.test(called) && node.arguments.some(isAsync)) {
        say('gives an async function to a transaction, which commits before it is done');
      }
      if (takesList.test(called) && node.arguments.some(ts.isSpreadElement) && isServerCode(path)) {
        say('hands a list over as arguments: their number is bounded, and an input decides the length');
      }
      if (/^vi\.(?:do)?mock$/i.test(called)) say('replaces a module: give what it needs as a parameter');
    }
    if (ts.isPropertyAccessExpression(node) && !readsEnvironment.test(path)) {
      const read = node.getText(source).replace(/\?/g, '');
      if (read === 'process.env') say('reads process.env, which only app/env.server.ts does');
    }
    if (path.startsWith('app/routes/') && isText(node) && statement.test(node.text)) say('holds SQL');
  });
  return found;
}

const isAsync = (node: ts.Node): boolean =>
  (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
  (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false);

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateHead =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node);

/**
 * A reader of the page by ear chooses among tables by their captions, so the first thing in every table is
 * one.
 */
export function tablesWithoutCaption(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) => {
    if (!path.startsWith('app/') || !path.endsWith('.tsx')) return [];
    const source = parseSource(path, text);
    const found: string[] = [];
    walk(source, (node) => {
      if (!ts.isJsxElement(node) || node.openingElement.tagName.getText(source) !== 'table') return;
      const first = node.children.find((child) => !ts.isJsxText(child));
      if (first && ts.isJsxElement(first) && first.openingElement.tagName.getText(source) === 'caption')
        return;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${path}:${line + 1} has a table without a caption`);
    });
    return found;
  });
}

/** A table that is rebuilt in a migration would take its children along, without an error. */
export function cascades(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path, text]) => path.endsWith('.sql') && /on\s+delete\s+cascade/i.test(text))
    .map(([path]) => `${path} deletes by cascade`);
}
