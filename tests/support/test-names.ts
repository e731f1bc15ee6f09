import ts from 'typescript';
import { parseSource, type SourceTree, walk } from './architecture/source-tree.ts';

export interface NamedTest {
  path: string;
  name: string;
  /** `skip`, `todo` or `only` when the test is set aside, or sets the others aside. */
  setAside: string | null;
}

const isTest = /^(?:it|test|describe)\b/;

/** The names of all tests and of what they describe. */
export function testNames(tree: SourceTree): NamedTest[] {
  return [...tree].flatMap(([path, text]) => {
    if (!/^tests\/.*\.test\.tsx?$/.test(path)) return [];
    const source = parseSource(path, text);
    const found: NamedTest[] = [];
    walk(source, (node) => {
      if (!ts.isCallExpression(node)) return;
      const [name] = node.arguments;
      const called = node.expression.getText(source);
      if (!name || !isTest.test(called) || !ts.isStringLiteralLike(name)) return;
      found.push({ path, name: name.text, setAside: /^\w+\.(skip|todo|only)\b/.exec(called)?.[1] ?? null });
    });
    return found;
  });
}

/** Numbers of the invariants that no test proves. */
export function unprovenInvariants(tests: readonly NamedTest[], count: number): number[] {
  const proven = tests.filter(({ setAside }) => setAside === null).map(({ name }) => name);
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !proven.some((name) => new RegExp(`\\binvariant ${number}:`).test(name)),
  );
}
