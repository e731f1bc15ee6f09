import ts from 'typescript';
import { isScript, parseSource, type SourceTree, walk } from './source-tree.ts';

/** Files that load what no reader of the sources sees, each with its reason. */
export const loadsHidden: Readonly<Record<string, string>> = {
  'app/server/serving/platform-build.ts': 'loads the pages, which are built from these sources',
  'app/commands/program/start-poczucie.js': 'loads the command line, which is built from these sources',
};

/**
 * Modules that are loaded past `importsOf`, so that no rule about imports sees them: a name that is computed,
 * `require`, and a module's own address to begin a path at.
 */
export function hiddenImports(tree: SourceTree): string[] {
  const found = [...tree].flatMap(([path, text]) =>
    isScript(path) && /^(?:app|db)\//.test(path) ? hiddenIn(path, text) : [],
  );
  const stale = Object.keys(loadsHidden).filter(
    (name) => tree.has(name) && !found.some(({ path }) => path === name),
  );
  return [
    ...found
      .filter(({ path }) => !(path in loadsHidden))
      .map(({ path, line, what }) => `${path}:${line} ${what}`),
    ...stale.map((path) => `${path} has a reason to load a hidden module and loads none`),
  ];
}

interface Hidden {
  path: string;
  line: number;
  what: string;
}

function hiddenIn(path: string, text: string): Hidden[] {
  const found: Hidden[] = [];
  const source = parseSource(path, text);
  walk(source, (node) => {
    const what = hiddenBy(node);
    if (!what) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push({ path, line: line + 1, what });
  });
  return found;
}

function hiddenBy(node: ts.Node): string | null {
  if (ts.isIdentifier(node) && node.text === 'createRequire') return 'makes a `require`: import the module';
  if (ts.isPropertyAccessExpression(node) && ts.isMetaProperty(node.expression)) {
    // `import.meta.glob` is an import, and `env` no module.
    return /^(?:url|resolve|dirname|filename)$/.test(node.name.text)
      ? 'asks where a module lies, which is elsewhere once it is built'
      : null;
  }
  if (!ts.isCallExpression(node)) return null;
  const [named] = node.arguments;
  const isNamed = named !== undefined && ts.isStringLiteralLike(named);
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return isNamed ? null : 'imports a module whose name is computed';
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isRequire && isNamed ? 'requires a module: import it' : null;
}
