import { tidyText } from '../text/normal-form.ts';
import { readDocuments } from './documents.ts';
import { type InterventionKind, interventionKinds } from './intervention.ts';

/** Fields of the form, each as it is typed. */
export const planFields = [
  'title',
  'kind',
  'where',
  'description',
  'responsible',
  'startsOn',
  'endsOn',
  'cost',
  'aimIndicator',
  'aimSize',
  'documents',
] as const;

/** One of them. */
export type PlanField = (typeof planFields)[number];

/** An intervention as it is typed. */
export type PlanText = Record<PlanField, string>;

/** Where an intervention can be: a district, or a place that was flagged. */
export interface InterventionArea {
  /** The key of a district, or the id of a place. */
  area: string;
  /** Null for a place that lies in no district. */
  district: number | null;
  placeId: string | null;
  placeName: string | null;
}

/** An intervention as it is kept. */
export interface InterventionPlan {
  title: string;
  kind: InterventionKind;
  description: string;
  district: number | null;
  placeId: string | null;
  placeName: string | null;
  responsible: string;
  startsOn: string;
  endsOn: string | null;
  cost: number | null;
  aimIndicator: string | null;
  aimSize: number | null;
  documents: string;
}

/** The aim of an intervention at a place: that fewer of those who pin something there call it unsafe. */
export const placeAim = 'place_unsafe';

/** Why a field cannot be kept. */
export type PlanFaultCode =
  | 'title-missing'
  | 'too-long'
  | 'kind-missing'
  | 'place-missing'
  | 'responsible-missing'
  | 'day-missing'
  | 'day-unreadable'
  | 'end-before-start'
  | 'cost-not-a-number'
  | 'indicator-unknown'
  | 'aim-of-place'
  | 'aim-without-size'
  | 'size-without-aim'
  | 'size-not-a-number'
  | 'document-unreadable';

/** What is wrong in which field; `found` is what was typed there. */
export interface PlanFault {
  field: PlanField;
  code: PlanFaultCode;
  found: string;
}

/** What may be chosen. */
export interface PlanChoices {
  areas: readonly InterventionArea[];
  /** Ids of indicators. */
  indicators: readonly string[];
}

const longest: Partial<Record<PlanField, number>> = {
  title: 160,
  description: 4000,
  responsible: 160,
  documents: 4000,
};

/** Reads a form: the plan, or all that is wrong with it, in the order of its fields. */
export function readPlan(
  typed: PlanText,
  { areas, indicators }: PlanChoices,
): { ok: true; plan: InterventionPlan } | { ok: false; faults: PlanFault[] } {
  const faults: PlanFault[] = [];
  const fault = (field: PlanField, code: PlanFaultCode, found = typed[field]) => {
    faults.push({ field, code, found: found.slice(0, 200) });
  };
  for (const field of planFields) {
    if (typed[field].length > (longest[field] ?? 200)) fault(field, 'too-long');
  }
  const title = tidyText(typed.title);
  if (title === '') fault('title', 'title-missing');
  const kind = interventionKinds.find((known) => known === typed.kind);
  if (!kind) fault('kind', 'kind-missing');
  const area = areas.find((known) => known.area === typed.where);
  if (!area) fault('where', 'place-missing');
  const responsible = tidyText(typed.responsible);
  if (responsible === '') fault('responsible', 'responsible-missing');
  const startsOn = typed.startsOn.trim();
  if (startsOn === '') fault('startsOn', 'day-missing');
  else if (!isDay(startsOn)) fault('startsOn', 'day-unreadable');
  const endsOn = typed.endsOn.trim();
  if (endsOn !== '' && !isDay(endsOn)) fault('endsOn', 'day-unreadable');
  else if (endsOn !== '' && isDay(startsOn) && endsOn < startsOn) fault('endsOn', 'end-before-start');
  const cost = numberOf(typed.cost);
  if (cost !== null && !(Number.isInteger(cost) && cost <= 1e12)) fault('cost', 'cost-not-a-number');
  const aimIndicator = typed.aimIndicator === '' ? null : typed.aimIndicator;
  const aimSize = numberOf(typed.aimSize);
  if (aimIndicator !== null && ![...indicators, placeAim].includes(aimIndicator))
    fault('aimIndicator', 'indicator-unknown');
  if (aimIndicator === placeAim && area?.placeId === null) fault('aimIndicator', 'aim-of-place');
  if (aimSize !== null && !(aimSize > 0 && aimSize <= 100)) fault('aimSize', 'size-not-a-number');
  else if (aimIndicator !== null && aimSize === null) fault('aimSize', 'aim-without-size');
  else if (aimIndicator === null && aimSize !== null) fault('aimIndicator', 'size-without-aim');
  const { fault: badDocument } = readDocuments(typed.documents);
  if (badDocument !== null) fault('documents', 'document-unreadable', badDocument);
  if (faults.length > 0 || !kind || !area) return { ok: false, faults };
  return {
    ok: true,
    plan: {
      title,
      kind,
      description: typed.description.replace(/\r\n/g, '\n').trim(),
      district: area.district,
      placeId: area.placeId,
      placeName: area.placeName,
      responsible,
      startsOn,
      endsOn: endsOn === '' ? null : endsOn,
      cost,
      aimIndicator,
      aimSize,
      documents: typed.documents.replace(/\r\n/g, '\n').trim(),
    },
  };
}

/** A kept plan as a form shows it, numbers as the form takes them. */
export function planText(plan: InterventionPlan, districtKey: (district: number) => string): PlanText {
  const where = plan.placeId ?? (plan.district === null ? '' : districtKey(plan.district));
  return {
    title: plan.title,
    kind: plan.kind,
    where,
    description: plan.description,
    responsible: plan.responsible,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn ?? '',
    cost: plan.cost === null ? '' : String(plan.cost),
    aimIndicator: plan.aimIndicator ?? '',
    aimSize: plan.aimSize === null ? '' : String(plan.aimSize).replace('.', ','),
    documents: plan.documents,
  };
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** `1 200` and `1,5` are numbers; null where nothing was typed, NaN where it is none. */
function numberOf(typed: string): number | null {
  const plain = typed.replaceAll(/\s/gu, '').replace(',', '.');
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}
