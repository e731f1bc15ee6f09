import type { InterventionStatus, Opinion } from '#core/intervention/intervention.ts';
import { type PlanText, placeAim } from '#core/intervention/plan.ts';
import { plantedDeterioration, plantedLevels, plantedRelief } from './seed/planted-truths.ts';

/** One act of city hall on a day. */
export type ScriptedAct = { on: string } & (
  | { does: 'propose' | 'freeze' }
  | { does: 'ask'; dueOn: string }
  | { does: 'hear'; opinion: Opinion; opinionText: string; resolutionNumber: string }
  | { does: 'step'; status: InterventionStatus; reason?: string }
);

/** What the demonstration's city hall does about one flag. */
export interface ScriptedIntervention {
  key: string;
  district: number;
  /** As the gazetteer names it; null for a whole district. */
  place: string | null;
  flag: string | null;
  aim: { indicator: string; size: string };
  plan: Omit<PlanText, 'where' | 'aimIndicator' | 'aimSize'>;
  acts: ScriptedAct[];
}

const day = 86_400_000;

/**
 * What city hall does: invented, and tied to what is planted. One that worked, because the excess of its
 * district ends with it (`plantedRelief`); one of which nothing can be told, because the excess stays; one
 * under way, one dropped, and two proposals, of which one council is late.
 *
 * @param now  when the demonstration is made: the proposals are a few weeks old
 */
export function plannedInterventions(now: number): ScriptedIntervention[] {
  const ago = (days: number) => new Date(now - days * day).toISOString().slice(0, 10);
  const constant = plantedLevels.find(({ indicator }) => indicator === 'hood_dark_unsafe');
  const transit = plantedLevels.find(({ indicator }) => indicator === 'transit_dark_unsafe');
  const drinking = plantedLevels.find(({ indicator }) => indicator === 'problem_drinking');
  if (!constant || !transit || !drinking) throw new Error('plannedInterventions requires the planted levels');
  return [
    {
      key: 'light',
      district: plantedRelief.district,
      place: null,
      flag: `2024-2.${plantedRelief.district}.${plantedRelief.indicator}`,
      aim: { indicator: plantedRelief.indicator, size: '8' },
      plan: {
        title: 'Nowe oświetlenie dojść do przystanków',
        kind: 'light',
        description: 'Wymiana 240 opraw na jaśniejsze i doświetlenie dojść od bloków do przystanków.',
        responsible: 'Zarząd Dróg, dział oświetlenia',
        startsOn: '2025-07-01',
        endsOn: '2025-08-29',
        cost: '480000',
        documents: 'POKAZ-1/2025',
      },
      acts: [
        { on: '2025-02-03', does: 'propose' },
        { on: '2025-02-10', does: 'ask', dueOn: '2025-03-21' },
        {
          on: '2025-03-11',
          does: 'hear',
          opinion: 'for',
          opinionText: 'Rada popiera i prosi o kolejność od najciemniejszych dojść.',
          resolutionNumber: 'POKAZ/104/2025',
        },
        { on: '2025-03-17', does: 'freeze' },
        { on: '2025-03-18', does: 'step', status: 'consulted' },
        { on: '2025-04-07', does: 'step', status: 'decided' },
        { on: '2025-07-01', does: 'step', status: 'under-way' },
        { on: '2025-08-29', does: 'step', status: 'done', reason: 'Odebrano 240 opraw.' },
      ],
    },
    {
      key: 'patrols',
      district: constant.district,
      place: null,
      flag: `2024-2.${constant.district}.${constant.indicator}`,
      aim: { indicator: constant.indicator, size: '5' },
      plan: {
        title: 'Wieczorne patrole piesze',
        kind: 'patrols',
        description: 'Dwa patrole piesze od zmroku do 23, pięć dni w tygodniu.',
        responsible: 'Straż Miejska, oddział dzielnicowy',
        startsOn: '2025-06-16',
        endsOn: '',
        cost: '310000',
        documents: '',
      },
      acts: [
        { on: '2025-02-04', does: 'propose' },
        { on: '2025-02-12', does: 'ask', dueOn: '2025-03-28' },
        {
          on: '2025-03-20',
          does: 'hear',
          opinion: 'conditions',
          opinionText: 'Za, jeśli patrole obejmą także okolice szkół po godzinie 16.',
          resolutionNumber: 'POKAZ/88/2025',
        },
        { on: '2025-03-24', does: 'freeze' },
        { on: '2025-03-25', does: 'step', status: 'consulted' },
        { on: '2025-04-14', does: 'step', status: 'decided', reason: 'Warunki rady przyjęte.' },
        { on: '2025-06-16', does: 'step', status: 'under-way' },
      ],
    },
    {
      key: 'drinking',
      district: drinking.district,
      place: null,
      flag: `2025-1.${drinking.district}.${drinking.indicator}`,
      aim: { indicator: drinking.indicator, size: '4' },
      plan: {
        title: 'Wspólne kontrole sprzedaży alkoholu',
        kind: 'alcohol',
        description: 'Kontrole punktów sprzedaży w piątki i soboty po 22.',
        responsible: 'Wydział spraw administracyjnych',
        startsOn: '2026-01-10',
        endsOn: '2026-06-30',
        cost: '90000',
        documents: '',
      },
      acts: [
        { on: '2025-09-15', does: 'propose' },
        { on: '2025-09-22', does: 'ask', dueOn: '2025-10-31' },
        {
          on: '2025-10-20',
          does: 'hear',
          opinion: 'against',
          opinionText: 'Rada woli uzgodnienia z właścicielami lokali.',
          resolutionNumber: 'POKAZ/131/2025',
        },
        { on: '2025-10-27', does: 'step', status: 'consulted' },
        {
          on: '2025-11-05',
          does: 'step',
          status: 'dropped',
          reason: 'Po opinii rady: najpierw uzgodnienia z właścicielami lokali.',
        },
      ],
    },
    {
      key: 'stops',
      district: transit.district,
      place: 'Rondo Hipokratesa',
      flag: `2025-2.${transit.district}.${transit.indicator}`,
      aim: { indicator: transit.indicator, size: '6' },
      plan: {
        title: 'Remont przejścia i przystanków',
        kind: 'upkeep',
        description: 'Remont przejścia pod rondem, nowe wiaty, sprzątanie dwa razy dziennie.',
        responsible: 'Zarząd Transportu, dział przystanków',
        startsOn: '2026-06-15',
        endsOn: '2027-04-30',
        cost: '1250000',
        documents: 'POKAZ-7/2026',
      },
      acts: [
        { on: '2026-01-12', does: 'propose' },
        { on: '2026-01-19', does: 'ask', dueOn: '2026-02-27' },
        {
          on: '2026-02-16',
          does: 'hear',
          opinion: 'for',
          opinionText: 'Rada popiera.',
          resolutionNumber: 'POKAZ/12/2026',
        },
        { on: '2026-02-20', does: 'freeze' },
        { on: '2026-02-23', does: 'step', status: 'consulted' },
        { on: '2026-03-30', does: 'step', status: 'decided' },
        { on: '2026-06-15', does: 'step', status: 'under-way' },
      ],
    },
    {
      key: 'underpass',
      district: 13,
      place: 'Dworzec Płaszów Estakada',
      flag: null,
      aim: { indicator: placeAim, size: '10' },
      plan: {
        title: 'Porządek i światło pod estakadą',
        kind: 'upkeep',
        description: 'Oczyszczenie terenu pod estakadą i stałe światło na schodach.',
        responsible: 'Zarząd Dróg, dział utrzymania',
        startsOn: ago(-60),
        endsOn: '',
        cost: '',
        documents: '',
      },
      acts: [
        { on: ago(50), does: 'propose' },
        { on: ago(45), does: 'ask', dueOn: ago(14) },
      ],
    },
    {
      key: 'lamps',
      district: plantedDeterioration.district,
      place: null,
      flag: `2026-1.${plantedDeterioration.district}.${plantedDeterioration.indicator}`,
      aim: { indicator: plantedDeterioration.indicator, size: '5' },
      plan: {
        title: 'Doświetlenie przejść i skwerów',
        kind: 'light',
        description: 'Najpierw miejsca, które mieszkańcy wskazują jako ciemne.',
        responsible: 'Zarząd Dróg, dział oświetlenia',
        startsOn: ago(-75),
        endsOn: '',
        cost: '350000',
        documents: '',
      },
      acts: [
        { on: ago(20), does: 'propose' },
        { on: ago(14), does: 'ask', dueOn: ago(-10) },
      ],
    },
  ];
}
