import ts from 'typescript';
import { isScript, parseSource, type SourceTree, walk } from './source-tree.ts';

/** A name of the file, or the parameter that tells a shared check for whom it is made. */
const saysWhatIsRequired = /^`(?<thrower>[A-Za-z]\w*|\{caller\})` requires \S/;

/**
 * Errors of the method that do not say whose rule is broken and how: "`functionName` requires ...", where the
 * file exports `functionName`, or a parameter `caller` tells for whom the check is made. Faults in what
 * people bring are values, not errors; a class of such faults carries one to the reader that returns it.
 */
export function unruledThrows(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) =>
    isScript(path) && path.startsWith('app/core/') ? unruledInFile(path, text) : [],
  );
}

function unruledInFile(path: string, text: string): string[] {
  const source = parseSource(path, text);
  const exported = exportedNames(source);
  const found: string[] = [];
  walk(source, (node) => {
    if (!ts.isThrowStatement(node) || isRethrown(node.expression) || isFault(node.expression)) return;
    const thrower = saysWhatIsRequired.exec(messageOf(node.expression))?.groups?.thrower;
    if (thrower === '{caller}' || (thrower && exported.has(thrower))) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${path}:${line + 1} throws what does not begin with "\`exportedName\` requires"`);
  });
  return found;
}

/** The text of an error's first argument, with a placeholder as `{expression}`. */
function messageOf(thrown: ts.Expression): string {
  const [message] = ts.isNewExpression(thrown) ? (thrown.arguments ?? []) : [];
  if (!message) return '';
  if (ts.isStringLiteralLike(message)) return message.text;
  if (!ts.isTemplateExpression(message)) return '';
  return [
    message.head.text,
    ...message.templateSpans.map(({ expression, literal }) => `{${expression.getText()}}${literal.text}`),
  ].join('');
}

const isRethrown = (thrown: ts.Expression): boolean =>
  ts.isIdentifier(thrown) &&
  ts.isBlock(thrown.parent.parent) &&
  ts.isCatchClause(thrown.parent.parent.parent);

const isFault = (thrown: ts.Expression): boolean =>
  ts.isNewExpression(thrown) && thrown.expression.getText().endsWith('Fault');

function exportedNames(source: ts.SourceFile): ReadonlySet<string> {
  return new Set(
    source.statements.flatMap((statement) => {
      const isExported =
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      if (!isExported) return [];
      if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    }),
  );
}
