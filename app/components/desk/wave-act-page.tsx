import type { ReactNode } from 'react';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { fieldworkPaths } from '../../paths/fieldwork.ts';
import { ProblemSummary } from '../page/problem-summary.tsx';

interface WaveActPageProps {
  waveId: string;
  waveName: string;
  title: string;
  refused?: { reason: string; detail: Record<string, string | number> };
  children: ReactNode;
}

/** The page of one act on one wave: the way back, why it was refused, and what it does. */
export function WaveActPage({ waveId, waveName, title, refused, children }: WaveActPageProps) {
  const { t } = useTranslator();
  const refusal = useRefusal();
  return (
    <>
      {refused ? <ProblemSummary text={refusal(refused)} /> : null}
      <p className="way-back">
        <a href={fieldworkPaths.wave(waveId)}>{waveName}</a> <span className="soft">{waveId}</span>
      </p>
      <h1>{title}</h1>
      {children}
      <p className="way-on">
        <a href={fieldworkPaths.wave(waveId)}>{t('fieldwork:wave.back')}</a>
      </p>
    </>
  );
}

/** Says in a sentence why an act was refused, with its numbers as the language writes them. */
export function useRefusal() {
  const { t, language } = useTranslator();
  return ({ reason, detail }: { reason: string; detail: Record<string, string | number> }): string => {
    const values = Object.fromEntries(
      Object.entries(detail).map(([name, value]) => {
        if (name === 'district') return [name, districtByNumber(Number(value)).name];
        return [name, typeof value === 'number' ? formatNumber(language, value) : value];
      }),
    );
    return t(`fieldwork:refused.${reason}`, values);
  };
}
