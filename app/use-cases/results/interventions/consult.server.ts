import { type Opinion, opinions } from '#core/intervention/intervention.ts';
import { isDay } from '#core/intervention/plan.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { ConsultationRow } from '#db/results/queries/consultations.ts';
import type { Outcome } from '../../staff-act.ts';
import { type ChangedMeanwhile, type CityAct, dayOfAct, lastActOn, recordAct } from './city-act.ts';

/** A proposal that a district council is to be asked about. */
export interface SentConsultation
  extends Pick<ConsultationRow, 'subject' | 'subjectId' | 'title' | 'district' | 'proposedOn'> {
  sentOn: string;
  dueOn: string;
}

export type ConsultationRefusal =
  | 'sent-day-unreadable'
  | 'sent-before-proposal'
  | 'sent-in-future'
  | 'due-day-unreadable'
  | 'due-before-sent';

/**
 * Puts a proposal to a district council. Call inside a transaction; the database refuses days out of order
 * too.
 */
export function sendConsultation(
  database: ResultsDatabase,
  sent: SentConsultation,
  act: CityAct,
): Outcome<{ consultationId: string }, ConsultationRefusal> {
  const { sentOn, dueOn, proposedOn } = sent;
  if (!isDay(sentOn)) return { ok: false, reason: 'sent-day-unreadable' };
  if (sentOn < proposedOn) return { ok: false, reason: 'sent-before-proposal' };
  if (sentOn > dayOfAct(act)) return { ok: false, reason: 'sent-in-future' };
  if (!isDay(dueOn)) return { ok: false, reason: 'due-day-unreadable' };
  if (dueOn < sentOn) return { ok: false, reason: 'due-before-sent' };
  const consultationId = act.randomBytes(8).toString('hex');
  database.consultations.add({
    consultationId,
    ...sent,
    sentAt: act.now,
    sentBy: act.actor,
    sentByName: act.name,
    opinion: null,
    opinionText: null,
    resolutionNumber: null,
    givenOn: null,
    givenAt: null,
    givenBy: null,
    givenByName: null,
  });
  recordAct(database, act, {
    subject: sent.subject,
    subjectId: sent.subjectId,
    act: 'consultation-sent',
    detail: { district: sent.district, sentOn, dueOn },
  });
  return { ok: true, consultationId };
}

export type CouncilRefusal =
  | ConsultationRefusal
  | 'intervention-unknown'
  | 'district-missing'
  | 'already-decided';

/** Asks a district council about an intervention that is still a proposal. */
export function consultCouncil(
  database: ResultsDatabase,
  {
    interventionId,
    revision,
    ...asked
  }: { interventionId: string; revision: number; district: number; sentOn: string; dueOn: string },
  act: CityAct,
):
  | Outcome<{ consultationId: string }, CouncilRefusal>
  | { ok: false; reason: 'changed-meanwhile'; meanwhile: ChangedMeanwhile } {
  return database.transact(() => {
    const row = database.interventions.intervention(interventionId);
    if (!row) return { ok: false, reason: 'intervention-unknown' };
    if (row.revision !== revision) {
      return { ok: false, reason: 'changed-meanwhile', meanwhile: lastActOn(database, interventionId) };
    }
    if (row.status !== 'proposed') return { ok: false, reason: 'already-decided' };
    if (!Number.isInteger(asked.district) || asked.district < 1)
      return { ok: false, reason: 'district-missing' };
    const { title, proposedOn } = row;
    const sent = { subject: 'intervention', subjectId: interventionId, title, proposedOn, ...asked } as const;
    const answer = sendConsultation(database, sent, act);
    if (answer.ok) database.interventions.change(interventionId, revision, {});
    return answer;
  });
}

/** Who gives an opinion: `district` is the one for whose council they speak, null for the whole city. */
export interface OpinionGiver {
  id: string;
  name: string;
  district: number | null;
}

export interface WantedOpinion {
  consultationId: string;
  opinion: string;
  opinionText: string;
  resolutionNumber: string;
  /** The day of the resolution, `YYYY-MM-DD`. */
  givenOn: string;
}

export type OpinionRefusal =
  | 'consultation-unknown'
  | 'other-district'
  | 'opinion-missing'
  | 'conditions-without-text'
  | 'given-day-unreadable'
  | 'given-before-sent'
  | 'given-in-future';

export type OpinionAnswer =
  | { ok: true; consultation: ConsultationRow }
  | { ok: false; reason: OpinionRefusal }
  | { ok: false; reason: 'opinion-given'; meanwhile: ChangedMeanwhile };

/**
 * Keeps a council's opinion, once: a later one is the answer to a later question. A person of a district
 * gives it for that district only.
 */
export function giveOpinion(
  database: ResultsDatabase,
  wanted: WantedOpinion,
  person: OpinionGiver,
  { now }: Pick<CityAct, 'now'>,
): OpinionAnswer {
  const { consultationId, givenOn } = wanted;
  return database.transact((): OpinionAnswer => {
    const asked = database.consultations.consultation(consultationId);
    if (!asked) return { ok: false, reason: 'consultation-unknown' };
    if (person.district !== null && person.district !== asked.district) {
      return { ok: false, reason: 'other-district' };
    }
    if (asked.opinion !== null) {
      const meanwhile = { by: asked.givenByName ?? '', at: asked.givenAt ?? 0 };
      return { ok: false, reason: 'opinion-given', meanwhile };
    }
    const opinion = opinions.find((known) => known === wanted.opinion);
    const refusal = opinionRefusal(asked, wanted, opinion, dayOfAct({ now }));
    if (refusal || !opinion) return { ok: false, reason: refusal ?? 'opinion-missing' };
    const given = {
      opinion,
      opinionText: wanted.opinionText.replace(/\r\n/g, '\n').trim().slice(0, 8000),
      resolutionNumber: wanted.resolutionNumber.trim().slice(0, 100),
      givenOn,
      givenAt: now,
      givenBy: person.id,
      givenByName: person.name,
    };
    database.consultations.give(consultationId, given);
    const { subject, subjectId, district } = asked;
    if (subject === 'intervention') {
      const revision = database.interventions.intervention(subjectId)?.revision ?? 0;
      database.interventions.change(subjectId, revision, {});
    }
    const { opinionText, resolutionNumber } = given;
    recordAct(
      database,
      { actor: person.id, name: person.name, now },
      {
        subject,
        subjectId,
        act: 'opinion-given',
        detail: { district, opinion, opinionText, resolutionNumber, givenOn },
      },
    );
    return { ok: true, consultation: { ...asked, ...given } };
  });
}

function opinionRefusal(
  { sentOn }: ConsultationRow,
  { givenOn, opinionText }: WantedOpinion,
  opinion: Opinion | undefined,
  today: string,
): OpinionRefusal | null {
  if (!opinion) return 'opinion-missing';
  if (opinion === 'conditions' && opinionText.trim() === '') return 'conditions-without-text';
  if (!isDay(givenOn)) return 'given-day-unreadable';
  if (givenOn < sentOn) return 'given-before-sent';
  return givenOn > today ? 'given-in-future' : null;
}
