import ts from 'typescript';
import { isScript, parseSource, type SourceTree, walk } from './source-tree.ts';

/** Files that may parse JSON, each with its reason; what we stored is read back by `readStored`. */
export const parsesJson: Readonly<Record<string, string>> = {
  'app/core/text/json.ts': 'is the reader of what people bring, and the parser of `readStored`',
  'app/core/text/repeated-key.ts': 'reads one key of an object, quoted by the scanner itself',
  'app/core/publication/signed-file.ts': 'reads a file that came from outside and believes nothing of it',
  'app/sealing.server.ts': 'opens what only this program could seal; the form is checked by whoever opens it',
  'app/start.js': 'runs before TypeScript does, on the file that the command beside it has just written',
  'app/i18n/resources.server.ts': 'reads texts of this program, which `texts.test.ts` checks',
  'app/use-cases/results/map/city-outline.server.ts': 'reads the outlines that this program ships',
  'app/components/charts/chart-canvas.tsx': 'reads back in the browser what the same page rendered',
  'db/open.ts': 'reads the list of migrations that this program ships',
};

/** JSON that is parsed elsewhere, where nobody checks what comes out. */
export function uncheckedJson(tree: SourceTree): string[] {
  return parsedIn(tree)
    .filter(({ path }) => !(path in parsesJson))
    .map(({ path, line }) => `${path}:${line} parses JSON that nobody checks: use \`readStored\``);
}

/** Reasons to parse JSON whose file parses none, or is gone. */
export function outlivedReasons(tree: SourceTree): string[] {
  const paths = new Set(parsedIn(tree).map(({ path }) => path));
  return Object.keys(parsesJson).filter((path) => !paths.has(path));
}

function parsedIn(tree: SourceTree): { path: string; line: number }[] {
  return [...tree].flatMap(([path, text]) =>
    isScript(path) && /^(?:app|db)\//.test(path) ? parsesIn(path, text) : [],
  );
}

function parsesIn(path: string, text: string): { path: string; line: number }[] {
  const lines: { path: string; line: number }[] = [];
  const source = parseSource(path, text);
  walk(source, (node) => {
    if (!ts.isIdentifier(node) || node.text !== 'JSON' || writesOnly(node)) return;
    lines.push({ path, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
  });
  return lines;
}

/**
 * `JSON.stringify`. Whatever else is done with `JSON` may parse: `texts.map(JSON.parse)`, `JSON?.parse`,
 * `const { parse } = JSON`, `globalThis.JSON.parse`.
 */
function writesOnly(node: ts.Identifier): boolean {
  const { parent } = node;
  const whole = ts.isPropertyAccessExpression(parent) && parent.name === node ? parent : node;
  const read = whole.parent;
  return ts.isPropertyAccessExpression(read) && read.expression === whole && read.name.text === 'stringify';
}
