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
  });
  return found;
}

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
  if (path.startsWith('node:')) return path;
  const [alias = '', ...rest] = path.split('/');
  const folder = aliases[alias];
  return folder ? [folder, ...rest].join('/') : `npm:${path}`;
}
