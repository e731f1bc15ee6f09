import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

const inMocha = new URL('vitest-in-mocha.ts', import.meta.url).href;

/** Whoever asks for `vitest` gets Mocha with Vitest's face, which alone gets Vitest itself. */
export function resolve(specifier, context, next) {
  return specifier === 'vitest' && context.parentURL !== inMocha
    ? next(inMocha, context)
    : next(specifier, context);
}
