import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import ts from 'typescript';

/** Path from the project's folder → text. */
export type SourceTree = ReadonlyMap<string, string>;

const folders = ['app', 'db', 'tests'];
const isSource = /\.(?:tsx?|js|sql|css)$/;

export function readSourceTree(): SourceTree {
  const tree = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && isSource.test(path)) tree.set(path, readFileSync(path, 'utf8'));
    }
  }
  return tree;
}

export const isScript = (path: string): boolean => /\.(?:tsx?|js)$/.test(path);

export const isStyle = (path: string): boolean => path.endsWith('.css');

const parsed = new Map<string, { text: string; file: ts.SourceFile }>();

export function parseSource(path: string, text: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known.file;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  parsed.set(path, { text, file });
  return file;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
