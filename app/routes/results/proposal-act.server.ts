import { city } from '#city/city.ts';
import { type ChecklistStep, checklistSteps } from '#core/camera/checklist.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { formatInstant } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { askCouncil } from '../../use-cases/results/cameras/ask-council.server.ts';
import { editProposal } from '../../use-cases/results/cameras/edit-proposal.server.ts';
import { endProposal } from '../../use-cases/results/cameras/end-proposal.server.ts';
import {
  confirmStep,
  saveStep,
  takeStepBack,
} from '../../use-cases/results/cameras/proposal-steps.server.ts';
import type { CityAct } from '../../use-cases/results/interventions/city-act.ts';
import type { fieldsOf } from './camera-desk.server.ts';
import { evidenceOfForm, proposalOfForm } from './camera-forms.server.ts';

/** Acts on the page of a proposal, as its buttons name them. */
const acts = ['edit', 'save', 'confirm', 'take-back', 'ask', 'decide', 'drop'] as const;

/** Why nothing was done: a sentence, and all that was typed. */
export interface RefusedAct {
  ok: false;
  status: 409 | 422;
  act: (typeof acts)[number];
  step: ChecklistStep | null;
  text: string;
  /** What was typed, by field; repeated fields in order. */
  typed: Record<string, string[]>;
  /** Whether somebody else was faster: what is stored now stands beside what was typed. */
  isOvertaken: boolean;
}

/** Fields of the page's forms, brought back when they are refused. */
const typedFields = [
  ...['title', 'threat', 'cameras', 'responsible', 'chosen', 'point', 'pointName'],
  ...['findings', 'source', 'evidenceOn', 'survey', 'consultationId', 'means', 'since', 'until', 'whyNot'],
  ...['reason', 'sentOn', 'dueOn', 'ending', 'endedOn'],
];

/** Does what a form of the page asks for; 404 where there is no such proposal, 400 where no such act. */
export function actOnProposal(
  database: ResultsDatabase,
  proposalId: string,
  fields: Awaited<ReturnType<typeof fieldsOf>>,
  act: CityAct,
  { t, language }: Translator,
): { ok: true; done: string; step: ChecklistStep | null } | RefusedAct {
  const kind = acts.find((each) => each === fields.text('act'));
  const step = checklistSteps.find((each) => each === fields.text('step')) ?? null;
  if (!database.cameraProposals.proposal(proposalId)) throw new Response(null, { status: 404 });
  if (!kind) throw new Response(null, { status: 400 });
  const revision = fields.number('revision');
  const form = { proposalId, revision };
  const answer = (() => {
    if (kind === 'edit') return editProposal(database, form, proposalOfForm(fields), act);
    if (kind === 'ask') {
      const days = { sentOn: fields.text('sentOn'), dueOn: fields.text('dueOn') };
      return askCouncil(database, form, days, act);
    }
    if (kind === 'decide' || kind === 'drop') {
      const status = kind === 'decide' ? ('decided' as const) : ('dropped' as const);
      const said = { status, ending: fields.text('ending'), endedOn: fields.text('endedOn') };
      return endProposal(database, form, said, act);
    }
    if (!step) throw new Response(null, { status: 400 });
    if (kind === 'confirm') return confirmStep(database, { ...form, step }, act);
    if (kind === 'save') return saveStep(database, { ...form, step }, evidenceOfForm(fields), act);
    return takeStepBack(database, { ...form, step }, fields.text('reason'), act);
  })();
  if (answer.ok) return { ok: true, done: kind, step };
  const isOvertaken = answer.reason === 'changed-meanwhile';
  const lacks = 'lacks' in answer ? (answer.lacks ?? []) : [];
  const waits = 'waits' in answer ? answer.waits : undefined;
  return {
    ok: false,
    status: isOvertaken || answer.reason === 'ended' || waits !== undefined ? 409 : 422,
    act: kind,
    step,
    text: t(`cameras:refused.${answer.reason}`, {
      by: isOvertaken ? answer.by : '',
      at: isOvertaken ? formatInstant(language, answer.at, city.timeZone) : '',
      waits: waits ? t(`cameras:step.${waits}.name`) : '',
      lacks: lacks.map((lack) => t(`cameras:lack.${lack}`)).join('; '),
    }),
    typed: Object.fromEntries(
      typedFields.map((name) => [name, fields.all(name)]).filter(([, values]) => (values ?? []).length > 0),
    ),
    isOvertaken,
  };
}
