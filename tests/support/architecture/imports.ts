import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { isScript, parseSource, type SourceTree, walk } from './source-tree.ts';

export interface Import {
  from: string;
  /** A path of the project, `npm:PACKAGE` or `node:MODULE`. */
  to: string;
  /** Erased when compiled. `import { type Name }` is not: it leaves an empty import behind. */
  typeOnly: boolean;
}

export function importsOf(tree: SourceTree): Import[] {
  return [...tree].flatMap(([path, text]) => (isScript(path) ? importsOfFile(path, text) : []));
}

function importsOfFile(from: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from, to: targetOf(from, specifier.text), typeOnly });
  };
  walk(parseSource(from, text), (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isCallExpression(node) && isGlob(node.expression)) {
      const [pattern] = node.arguments;
      const patterns = pattern && ts.isArrayLiteralExpression(pattern) ? pattern.elements : [pattern];
      for (const each of patterns) add(each, false);
    }
  });
  return found;
}

/** `import.meta.glob`, also with its type. */
const isGlob = (called: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(called) &&
  ts.isMetaProperty(called.expression) &&
  called.name.text === 'glob';

const aliases: Record<string, string> = {
  '#city': 'app/core/krakow',
  '#core': 'app/core',
  '#app': 'app',
  '#db': 'db',
  '#tests': 'tests',
};

function targetOf(from: string, specifier: string): string {
  const [path = ''] = specifier.split('?');
  if (path.startsWith('.')) return join(dirname(from), path);
  if (path.startsWith('/')) return path.slice(1);
  if (path.startsWith('node:')) return path;
  const [alias = '', ...rest] = path.split('/');
  const folder = aliases[alias];
  return folder ? [folder, ...rest].join('/') : `npm:${path}`;
}
