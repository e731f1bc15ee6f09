import { describe, expect, it } from 'vitest';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { placeMentions as mentionsIn } from '#core/questionnaire/mentions.ts';

const { places } = cityQuestionnaire.roles;
const withPin = <Turn extends object>(turn: Turn, pin: string) => ({ ...turn, pin });
/** With the pin that a later version may ask for. */
const pinned = {
  ...places,
  unsafe: places.unsafe.map((turn, index) => withPin(turn, `q21_${index + 1}_pt`)),
  safe: places.safe.map((turn, index) => withPin(turn, `q22_${index + 1}_pt`)),
};
const placeMentions = (answers: Answers, find: typeof locate) => mentionsIn(answers, pinned, find);

const stop = { longitude: 19.94, latitude: 50.06 };
const locate = (name: string) => (name === 'Rondo Mogilskie' ? stop : null);

describe('place mentions', () => {
  it('carry the name, the point of the gazetteer, and what was said of the place', () => {
    const answers = {
      q20_place_gate: 1,
      q21_1_name: 'Rondo Mogilskie',
      q21_1_type: 3,
      q21_1_time: [2, 3],
      q21_1_reason: [1, 5],
      q21_1_reason_main: 5,
      q21_1_freq: 2,
      q21_1_fix: 1,
    };
    expect(placeMentions(answers, locate).unsafe).toEqual([
      {
        place: { name: 'Rondo Mogilskie', point: stop, source: 'gazetteer' },
        turn: 1,
        times: [2, 3],
        type: 3,
        reasons: [1, 5],
        mainReason: 5,
        frequency: 2,
        remedy: 1,
      },
    ]);
  });

  it('keep words that no gazetteer knows, without a point', () => {
    const { unsafe } = placeMentions({ q21_2_name: 'za blokiem' }, locate);
    expect(unsafe.map(({ place, turn }) => ({ ...place, turn }))).toEqual([
      { name: 'za blokiem', point: null, source: 'text', turn: 2 },
    ]);
  });

  it('prefer a pin to the gazetteer, and take one without a name', () => {
    const { unsafe, safe } = placeMentions(
      { q21_1_name: 'Rondo Mogilskie', q21_1_pt: [19.95, 50.07], q22_1_pt: [20, 50] },
      locate,
    );
    expect(unsafe[0]?.place).toEqual({
      name: 'Rondo Mogilskie',
      point: { longitude: 19.95, latitude: 50.07 },
      source: 'pin',
    });
    expect(safe[0]?.place.source).toBe('pin');
  });

  it('are safe ones when they come from q22', () => {
    const mentions = placeMentions({ q22_3_name: 'Rondo Mogilskie', q22_3_time: 2 }, locate);
    expect(mentions.unsafe).toEqual([]);
    expect(mentions.safe.map(({ times, turn }) => ({ times, turn }))).toEqual([{ times: [2], turn: 3 }]);
  });

  it('stand apart as reputation when the place is known only from others', () => {
    const mentions = placeMentions(
      {
        q21_1_name: 'never there',
        q21_1_freq: 5,
        q21_2_name: 'hearsay only',
        q21_2_reason: [13],
        q21_2_freq: 2,
        q21_3_name: 'hearsay and darkness',
        q21_3_reason: [1, 13],
        q21_3_freq: 2,
      },
      locate,
    );
    expect(mentions.reputation.map(({ place }) => place.name)).toEqual(['never there', 'hearsay only']);
    expect(mentions.unsafe.map(({ place }) => place.name)).toEqual(['hearsay and darkness']);
  });

  it('need a name: reasons without a place are none', () => {
    expect(placeMentions({ q21_1_reason: [1] }, locate)).toEqual({ unsafe: [], safe: [], reputation: [] });
  });
});
