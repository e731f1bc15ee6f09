import ts from 'typescript';
import { parseSource, type SourceTree, walk } from '#tests/support/architecture/source-tree.ts';

/** A text that code names: a key, or a pattern where a part of the key is decided when the code runs. */
export interface TextUse {
  where: string;
  key: string;
  pattern: RegExp;
  /** Names of the values given; null when they cannot be read from the call. */
  values: string[] | null;
}

export function textUses(tree: SourceTree, namespaces: readonly string[]): TextUse[] {
  const isKey = new RegExp(`^(?:${namespaces.join('|')}):[\\w.*-]+$`);
  return [...tree].flatMap(([path, text]) => {
    if (!path.startsWith('app/') || !/\.tsx?$/.test(path)) return [];
    const source = parseSource(path, text);
    const uses: TextUse[] = [];
    walk(source, (node) => {
      const key = keyOf(node);
      if (key === null || !isKey.test(key)) return;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      uses.push({
        where: `${path}:${line + 1}`,
        key,
        pattern: new RegExp(`^${key.split('*').map(escapePattern).join('[^:]+')}$`),
        values: valuesBeside(node, source),
      });
    });
    return uses;
  });
}

const escapePattern = (text: string): string => text.replace(/[.\\-]/g, '\\$&');

/** The text of a string or template; what a template fills in is `*`. */
function keyOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => `*${literal.text}`)].join('');
}

function valuesBeside(key: ts.Node, source: ts.SourceFile): string[] | null {
  const call = key.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== key) return null;
  if (!/(?:^|\.)t$/.test(call.expression.getText(source))) return null;
  const given = call.arguments[1];
  if (!given) return [];
  if (!ts.isObjectLiteralExpression(given)) return null;
  if (given.properties.some((property) => !property.name)) return null;
  return given.properties.map((property) => property.name?.getText(source) ?? '');
}

/** Uses that name no text, texts that no code names, and placeholders that a call leaves unfilled. */
export function useProblems(
  uses: readonly TextUse[],
  texts: ReadonlyMap<string, readonly string[]>,
): string[] {
  const keys = [...texts.keys()];
  const named = new Set(uses.flatMap(({ pattern }) => keys.filter((key) => pattern.test(key))));
  return [
    ...uses
      .filter(({ pattern }) => !keys.some((key) => pattern.test(key)))
      .map(({ where, key }) => `${where} names ${key}, which is no text`),
    ...uses
      .filter(({ key }) => /:\*/.test(key))
      .map(({ where, key }) => `${where} names ${key}: any text at all`),
    ...keys.filter((key) => !named.has(key)).map((key) => `${key} is a text that no code names`),
    ...uses.flatMap(({ where, key, values }) => {
      const left = (texts.get(key) ?? []).filter((name) => values !== null && !values.includes(name));
      return left.length > 0 ? [`${where} leaves ${left.join(', ')} of ${key} unfilled`] : [];
    }),
  ];
}
