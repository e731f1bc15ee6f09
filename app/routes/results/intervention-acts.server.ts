import { city } from '#city/city.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { formatInstant } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { CityAct } from '../../use-cases/results/interventions/city-act.ts';
import { putComparison } from '../../use-cases/results/interventions/comparison.server.ts';
import { consultCouncil, giveOpinion } from '../../use-cases/results/interventions/consult.server.ts';
import { takeStep } from '../../use-cases/results/interventions/take-step.server.ts';

interface PostedForm {
  typed: Record<string, string>;
  list(name: string): string[];
}

type Done = 'stepped' | 'asked' | 'answered' | 'chosen' | 'frozen';

/** What the pressed button of an intervention's page did: the act's name, or a code with what it is about. */
export type ActAnswer =
  | { ok: true; done: Done }
  | { ok: false; reason: string; field: string | null; values: Record<string, string | number> };

/** Does what a posted form of an intervention's page says; null for a form that no page of ours has. */
export function doInterventionAct(
  database: ResultsDatabase,
  interventionId: string,
  { typed, list }: PostedForm,
  act: CityAct,
  translator: Translator,
): ActAnswer | null {
  const revision = Number(typed.revision);
  const text = (name: string) => typed[name] ?? '';
  const answered = (answer: Refusable, done: Done) => answerOf(answer, done, typed, translator);
  switch (typed.act) {
    case 'step': {
      const step = { status: text('status'), stepOn: text('stepOn'), reason: text('reason') };
      return answered(takeStep(database, { interventionId, revision, ...step }, act), 'stepped');
    }
    case 'consultation': {
      const asked = {
        district: Number(typed.district || Number.NaN),
        sentOn: text('sentOn'),
        dueOn: text('dueOn'),
      };
      return answered(consultCouncil(database, { interventionId, revision, ...asked }, act), 'asked');
    }
    case 'comparison': {
      const freeze = typed.freeze === 'yes';
      const answer = putComparison(database, { interventionId, revision, areas: list('area'), freeze }, act);
      return answered(answer, freeze ? 'frozen' : 'chosen');
    }
    default:
      return null;
  }
}

/** Keeps the opinion of a posted form; null for a form that is of something else. */
export function doOpinion(
  { database, act, district, translator }: OpinionWriter,
  { typed }: PostedForm,
): ActAnswer | null {
  if (typed.act !== 'opinion') return null;
  const text = (name: string) => typed[name] ?? '';
  const opinion = {
    consultationId: text('consultationId'),
    opinion: text('opinion'),
    opinionText: text('opinionText'),
    resolutionNumber: text('resolutionNumber'),
    givenOn: text('givenOn'),
  };
  const person = { id: act.actor, name: act.name, district };
  return answerOf(giveOpinion(database, opinion, person, act), 'answered', typed, translator);
}

/** Who gives an opinion: `district` is the only one for which they may, null where they may for every one. */
interface OpinionWriter {
  database: ResultsDatabase;
  translator: Translator;
  act: CityAct;
  district: number | null;
}

function answerOf(
  answer: Refusable,
  done: Done,
  typed: PostedForm['typed'],
  { language }: Translator,
): ActAnswer {
  if (answer.ok) return { ok: true, done };
  const { meanwhile, detail = {} } = answer;
  const when = meanwhile ? formatInstant(language, meanwhile.at, city.timeZone) : '';
  const values = { ...detail, ...(meanwhile ? { by: meanwhile.by, when } : {}) };
  return { ok: false, reason: answer.reason, field: fieldOf(answer.reason, typed), values };
}

/** An outcome of any act on these pages. */
interface Refused {
  ok: false;
  reason: string;
  detail?: Record<string, string | number>;
  meanwhile?: { by: string; at: number };
}
type Refusable = { ok: true } | Refused;

const fields: Readonly<Record<string, string>> = {
  'step-not-next': 'status',
  'step-day-unreadable': 'stepOn',
  'step-before-last': 'stepOn',
  'step-in-future': 'stepOn',
  'reason-missing': 'reason',
  'council-not-asked': 'consultations',
  'council-awaited': 'consultations',
  'sent-day-unreadable': 'sentOn',
  'sent-before-proposal': 'sentOn',
  'sent-in-future': 'sentOn',
  'due-day-unreadable': 'dueOn',
  'due-before-sent': 'dueOn',
  'district-missing': 'district',
  'comparison-unknown': 'areas',
  'comparison-own': 'areas',
  'comparison-few': 'areas',
};

const opinionFields: Readonly<Record<string, string>> = {
  'opinion-missing': 'opinion',
  'conditions-without-text': 'opinionText',
  'given-day-unreadable': 'givenOn',
  'given-before-sent': 'givenOn',
  'given-in-future': 'givenOn',
};

/** Id of the field that a refusal is about. */
function fieldOf(reason: string, typed: Readonly<Record<string, string>>): string | null {
  const ofOpinion = opinionFields[reason];
  if (ofOpinion !== undefined) return `${ofOpinion}-${typed.consultationId}`;
  return fields[reason] ?? null;
}
