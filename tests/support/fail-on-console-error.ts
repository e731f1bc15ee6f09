import { afterEach, beforeEach, expect, vi } from 'vitest';

/** An unexpected `console.error` fails the test; a test that expects one replaces the spy itself. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    unexpected.push(parts.map(String).join(' '));
  });
});

const unexpected: string[] = [];

afterEach(() => {
  const printed = unexpected.splice(0);
  vi.restoreAllMocks();
  expect(printed, 'console.error was called').toEqual([]);
});
