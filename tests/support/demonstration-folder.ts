import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the test run keeps its demonstration city, once a test has asked for it. */
    demonstrationFolder: string;
  }
}

/** Before the tests of a project: a place for the demonstration city. A run that needs no city makes none. */
export default function setUp({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'poczucie-demonstration-'));
  provide('demonstrationFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
