import { describe, expect, it } from 'vitest';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { anAct, aPlannedWave, openTestFieldwork } from '#tests/support/fieldwork.ts';

const changed = { ...cityQuestionnaire, keyVariables: cityQuestionnaire.keyVariables.slice(1) };

describe('bringing a questionnaire in', () => {
  it('stores it with its hash, and the same text again changes nothing', () => {
    const database = openTestFieldwork();
    const brought = bringQuestionnaire(database, cityQuestionnaire, anAct());
    expect(brought).toMatchObject({ ok: true, version: 'krakow-1', changed: true });
    const stored = database.waves.questionnaire('krakow-1');
    expect(JSON.parse(stored?.definition ?? '')).toEqual(cityQuestionnaire);
    expect(stored?.status).toBe('draft');
    const again = bringQuestionnaire(database, cityQuestionnaire, anAct(Date.UTC(2027, 0, 1)));
    expect(again).toMatchObject({ ok: true, changed: false });
    expect(database.waves.questionnaire('krakow-1')).toEqual(stored);
  });

  it('takes a change of a version until it is frozen', () => {
    const database = openTestFieldwork();
    bringQuestionnaire(database, cityQuestionnaire, anAct());
    expect(bringQuestionnaire(database, changed, anAct())).toMatchObject({ ok: true, changed: true });
  });

  it('keeps the headline indicators that a planned wave will be flagged by, and takes other changes', () => {
    const database = openTestFieldwork();
    bringQuestionnaire(database, cityQuestionnaire, anAct());
    const waveId = aPlannedWave(database, { questionnaireVersion: 'krakow-1' });
    const { indicators } = cityQuestionnaire;
    const fewer = { ...cityQuestionnaire, indicators: indicators.filter(({ id }) => id !== 'vict_6m_any') };
    const without = fewer.indicators.filter(({ id }) => id !== 'report_rate');
    expect(bringQuestionnaire(database, { ...fewer, indicators: without }, anAct())).toEqual({
      ok: false,
      reason: 'questionnaire-planned',
      detail: { wave: waveId },
    });
    expect(bringQuestionnaire(database, changed, anAct())).toMatchObject({ ok: true, changed: true });
    expect(
      bringQuestionnaire(database, { ...fewer, indicators: without, version: 'krakow-1.1' }, anAct()),
    ).toMatchObject({ ok: true });
  });

  it('invariant 5: takes no change of a frozen version, and the very same text as often as wanted', () => {
    const database = openTestFieldwork();
    bringQuestionnaire(database, cityQuestionnaire, anAct());
    database.waves.freezeQuestionnaire('krakow-1');
    const refused = bringQuestionnaire(database, changed, anAct());
    expect(refused).toMatchObject({ ok: false, reason: 'questionnaire-frozen' });
    expect(bringQuestionnaire(database, cityQuestionnaire, anAct())).toMatchObject({
      ok: true,
      changed: false,
    });
  });

  it('invariant 12: refuses a faulty one whole and says what is wrong and where', () => {
    const database = openTestFieldwork();
    const refused = bringQuestionnaire(database, { ...cityQuestionnaire, keyVariables: ['nobody'] }, anAct());
    expect(refused).toMatchObject({ ok: false, reason: 'questionnaire-faulty' });
    expect(refused).toHaveProperty('problems.0.path', expect.stringContaining('keyVariables'));
    expect(bringQuestionnaire(database, 'nonsense', anAct())).toMatchObject({ ok: false });
    expect(database.waves.questionnaires()).toEqual([]);
  });
});
