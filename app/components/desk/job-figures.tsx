import type { JobKind } from '#app/use-cases/fieldwork/wave-jobs.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';

/** The figures that a finished job left, each in words. */
const figuresOf: Record<JobKind, readonly string[]> = {
  draw: ['cases', 'released'],
  close: ['complete', 'partial', 'brokeOff'],
  freeze: ['responses', 'tooFewAnswers', 'codesDestroyed'],
  weight: ['responses', 'designEffect', 'warnings'],
  publish: ['estimates', 'suppressed', 'complementary', 'flags', 'insufficient', 'places'],
  'destroy-identities': ['identities', 'files', 'bytes'],
};
const withDecimals = new Set(['designEffect']);

export function JobFigures({ kind, figures }: { kind: JobKind; figures: Record<string, string | number> }) {
  const { t, language } = useTranslator();
  return (
    <dl className="figures">
      {figuresOf[kind]
        .filter((name) => figures[name] !== undefined)
        .map((name) => (
          <div key={name}>
            <dt>{t(`fieldwork:figure.${name}`)}</dt>
            <dd>{formatNumber(language, Number(figures[name]), withDecimals.has(name) ? 2 : 0)}</dd>
          </div>
        ))}
    </dl>
  );
}
