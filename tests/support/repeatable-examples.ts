import fc from 'fast-check';

// Every run of the tests draws the same examples, so that a red run says something about the change and not
// about the draw. A new law should first be tried with other seeds: POCZUCIE_EXAMPLES_SEED=7 npx vitest run
// --config tests/vitest.config.ts --project unit

const seed = Number(process.env.POCZUCIE_EXAMPLES_SEED ?? 20_261_125);
if (!Number.isInteger(seed)) throw new Error('POCZUCIE_EXAMPLES_SEED requires a whole number');

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
