import { expect, it } from 'vitest';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { aCommandLine, planAutumn } from '#tests/support/command-line.ts';

it('the command line shows the rule of a wave and decides its thresholds, or says which makes no sense', {
  timeout: 180_000,
}, async () => {
  const run = aCommandLine();
  const ruleNow = async () => JSON.parse((await run('wave', 'rule', '2026-2', '--json')).stdout);
  expect(await run('wave', 'rule', '2026-2')).toMatchObject({ exitCode: 1, stdout: '' });
  await run('questionnaire', 'import');
  await run(...planAutumn);

  const shown = await run('wave', 'rule', '2026-2');
  expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shown.stdout).toMatch(`2026-2 is flagged by ${defaultFlagRule.version}\n`);
  expect(shown.stdout).toMatch(/^levelMargin +0\.03$/m);
  expect(shown.stdout).toMatch(/^hood_dark_unsafe +0\.4$/m);
  expect(shown.stdout).not.toContain('{');
  expect(await ruleNow()).toEqual(defaultFlagRule);

  const thresholds = ['--threshold', 'hood_dark_unsafe=0.4', '--threshold', 'vict_6m_any=0.2'];
  const decided = await run('wave', 'rule', '2026-2', '--level-margin', '0.05', ...thresholds);
  expect(decided.stdout).toMatch(/^2026-2 will be flagged by district-rule\/2\+[0-9a-f]{12}\n$/);
  const rule = await ruleNow();
  expect(rule).toEqual({
    ...defaultFlagRule,
    version: decided.stdout.trim().split(' ').at(-1),
    levelMargin: 0.05,
    absoluteThreshold: { ...defaultFlagRule.absoluteThreshold, hood_dark_unsafe: 0.4, vict_6m_any: 0.2 },
  });

  const senseless = await run('wave', 'rule', '2026-2', '--level-margin', '2');
  expect(senseless).toMatchObject({ exitCode: 1, stdout: '' });
  expect(senseless.stderr).toContain('[senseless-threshold: threshold levelMargin]');
  const unknown = await run('wave', 'rule', '2026-2', '--threshold', 'nonsense=0.3');
  expect(unknown).toMatchObject({ exitCode: 1, stdout: '' });
  expect(unknown.stderr).toContain('[unknown-indicator: indicator nonsense, headline hood_dark_unsafe ');
  for (const words of [
    ['--threshold', 'hood_dark_unsafe'],
    ['--threshold', '=0.4'],
    ['--threshold', 'hood_dark_unsafe=0.4=0.5'],
    ['--level-margin', 'much'],
  ]) {
    expect(await run('wave', 'rule', '2026-2', ...words)).toMatchObject({ exitCode: 2, stdout: '' });
  }
  expect(await ruleNow()).toEqual(rule);
});

it('each option of `wave rule` is a setting of the rule, and each threshold of the rule has one', async () => {
  const run = aCommandLine();
  const { stdout } = await run('wave', 'rule', '--help');
  const options = [...stdout.matchAll(/^ +--([a-z-]+) </gm)].map(([, name = '']) =>
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
  const {
    version: _version,
    headlineIndicators: _headline,
    absoluteThreshold: _map,
    ...numbers
  } = defaultFlagRule;
  expect(options.sort()).toEqual(['threshold', ...Object.keys(numbers)].sort());
});
