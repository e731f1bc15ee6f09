import { expect, it } from 'vitest';
import { storePastWave } from '#app/demonstration/published-wave.server.ts';
import { seededBytes } from '#app/demonstration/seed/seeded-bytes.ts';
import { waveCalendar } from '#app/demonstration/wave-calendar.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { stepFacts } from '#app/routes/fieldwork/step-facts.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { createWave } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { fieldworkDays } from '#app/use-cases/fieldwork/fieldwork-progress.server.ts';
import { waveStanding } from '#app/use-cases/fieldwork/wave-standing.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';

it('a past wave of the demonstration judges what was not sent on the day on which it was closed, and names no register', () => {
  const database = openTestFieldwork();
  const act = { ...anAct(Date.UTC(2026, 6, 1)), randomBytes: seededBytes('past wave') };
  bringQuestionnaire(database, cityQuestionnaire, act);
  const planned = createWave(
    database,
    {
      year: 2026,
      season: 'spring',
      questionnaireVersion: cityQuestionnaire.version,
      sampleSize: 100,
      expectedResponseRate: 0.4,
      synthetic: true,
    },
    act,
  );
  const wave = planned.ok ? database.waves.wave(planned.waveId) : undefined;
  if (!wave) throw new Error('the wave is planned');
  const calendar = waveCalendar(wave);
  const { responses } = storePastWave(database, wave, calendar, act);
  const closedOn = dayIn(calendar.closed, wave.timeZone);
  const dayOf = (kind: string) =>
    database.sqlite
      .prepare('SELECT DISTINCT occurred_on FROM case_events WHERE kind = ? ORDER BY 1')
      .pluck()
      .all(kind) as string[];
  expect(dayOf('partial')).toEqual([closedOn]);
  expect(dayOf('broke-off')).toEqual([closedOn]);
  expect(dayOf('completed').every((day) => day < closedOn)).toBe(true);
  const [closing] = database.audit.ofSubject(wave.waveId, 10).filter(({ act }) => act === 'wave-closed');
  const days = fieldworkDays(database, wave.waveId);
  expect(days.at(-1)).toEqual({ day: closedOn, opened: 0, responses: closing?.detail.partial });
  expect(days.reduce((sum, day) => sum + day.responses, 0)).toBe(responses);
  const stored = database.waves.wave(wave.waveId);
  if (!stored) throw new Error('the wave is stored');
  const standing = waveStanding(database, stored, calendar.frozen);
  expect(stepFacts(serverTranslator('pl'), database, stored, standing).frame).toEqual([
    'Rejestru nie wczytano: osoby tej fali są zmyślone.',
  ]);
});
