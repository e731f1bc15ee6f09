import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '#app/commands/prepare.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the test run keeps its demonstration city, once a test has asked for it. */
    demonstrationFolder: string;
  }
}

/**
 * Before the tests of a project: the build that they start, and a place for the demonstration city. A run
 * that needs no city makes none.
 */
export default function setUp({ provide }: TestProject): () => void {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'poczucie-demonstration-'));
  provide('demonstrationFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
