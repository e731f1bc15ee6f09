import ts from 'typescript';
import { isScript, parseSource, type SourceTree } from './source-tree.ts';

/**
 * What the method exports without a docstring: what it is, in which units, on what it insists, whom it
 * follows.
 */
export function undescribedExports(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) => {
    if (!isScript(path) || !path.startsWith('app/core/')) return [];
    const source = parseSource(path, text);
    return source.statements
      .filter((statement) => isExported(statement) && ts.getJSDocCommentsAndTags(statement).length === 0)
      .map((statement) => {
        const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source));
        return `${path}:${line + 1} exports what no docstring describes`;
      });
  });
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
