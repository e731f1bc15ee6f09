import { describe, expect, it } from 'vitest';
import { responseColumns } from '#core/analysis/response-columns.ts';
import { gazetteer } from '#core/krakow/gazetteer.ts';
import { cityQuestionnaire } from '#core/krakow/questionnaire/city-questionnaire.ts';
import { districtWishes } from '#core/places/district-wishes.ts';
import type { LocatedMention } from '#core/places/on-grid.ts';
import { tabulateAnswers } from '#core/questionnaire/answers/answer-table.ts';
import { placeAnswers } from '#core/questionnaire/place-answers.ts';

const west = { name: 'West', latitude: 50, longitude: 19.9, district: 1 };
const east = { name: 'East', latitude: 50, longitude: 20.1, district: 2 };

const mention = (respondent: number, at: typeof west, fix: number[]): LocatedMention => ({
  ...{ respondent, kind: 'unsafe', fix },
  ...{ latitude: at.latitude, longitude: at.longitude },
});

describe('what people want done in a district', () => {
  const wishes = (mentions: LocatedMention[]) => districtWishes(mentions, [west, east], [1, 2, 3]);

  it('is counted by people, the most wanted first, in the district of the nearest name', () => {
    const named = [
      ...[mention(1, west, [1]), mention(2, west, [2]), mention(3, west, [2])],
      ...[mention(1, west, [1]), mention(1, east, [8])],
    ];
    expect(wishes(named)).toEqual([
      {
        district: 1,
        people: 3,
        wishes: [
          { code: 2, people: 2 },
          { code: 1, people: 1 },
        ],
      },
      { district: 2, people: 1, wishes: [{ code: 8, people: 1 }] },
      { district: 3, people: 0, wishes: [] },
    ]);
  });

  it('counts people who want nothing, and none who call a place safe', () => {
    const safe: LocatedMention = { ...mention(2, west, [1]), kind: 'safe' };
    expect(wishes([mention(1, west, []), safe])[0]).toEqual({ district: 1, people: 1, wishes: [] });
  });
});

it('fixes are taken from own experience; who knows a place from others is kept apart, and "hard to say" is no fix', () => {
  const [stop] = gazetteer;
  const answers = (fix: number, frequency: number) => ({
    q20_place_gate: 1,
    q21_1_name: stop?.name ?? '',
    q21_1_reason: [3],
    q21_1_freq: frequency,
    q21_1_fix: fix,
  });
  const { mentions, hearsay } = responseColumns(
    tabulateAnswers([answers(2, 1), answers(1, 5), answers(98, 2)], []),
    {
      indicators: [],
      variables: [],
      places: cityQuestionnaire.roles.places,
    },
  );
  expect(mentions.map(({ respondent, fix }) => [respondent, fix])).toEqual([
    [0, [2]],
    [2, []],
  ]);
  expect(hearsay.map(({ respondent, fix }) => [respondent, fix])).toEqual([[1, [1]]]);
  expect(placeAnswers(cityQuestionnaire).fixes.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
