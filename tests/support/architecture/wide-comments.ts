import ts from 'typescript';
import { isScript, isStyle, parseSource, type SourceTree } from './source-tree.ts';

export const widestProse = 110;

/** Comments that a review or a terminal would cut, wherever they stand in a line. */
export function wideComments(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const wide = wideLines(text);
    // Few files have such a line, and only they are taken apart.
    if (wide.length === 0) return [];
    const comments = commentsOf(path, text);
    return wide
      .filter(({ from, to }) => comments.some(({ pos, end }) => pos < to && from + widestProse < end))
      .map(({ number }) => `${path}:${number} has a comment of more than ${widestProse} columns`);
  });
}

/**
 * Lines that are too wide for prose, by what is seen of them; an address that nobody can break is no prose,
 * and what silences the linter stands in one line.
 */
function wideLines(text: string): { number: number; from: number; to: number }[] {
  let from = 0;
  return text.split('\n').flatMap((line, index) => {
    const to = from + line.length;
    const found = { number: index + 1, from, to };
    from = to + 1;
    const isWide = line.replace(/\p{M}/gu, '').length > widestProse;
    return isWide && line.includes(' ', 90) && !line.includes('biome-ignore') ? [found] : [];
  });
}

function commentsOf(path: string, text: string): ts.TextRange[] {
  if (isScript(path)) return commentsOfScript(parseSource(path, text));
  const pattern = isStyle(path) ? /\/\*[\s\S]*?\*\//g : /--.*/g;
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ pos: index, end: index + length }));
}

function commentsOfScript(source: ts.SourceFile): ts.TextRange[] {
  const { text } = source;
  const found: ts.TextRange[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) return;
    found.push(...(ts.getLeadingCommentRanges(text, node.pos) ?? []));
    found.push(...(ts.getTrailingCommentRanges(text, node.end) ?? []));
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return found;
}
