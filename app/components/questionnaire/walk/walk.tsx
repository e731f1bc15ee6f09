import type { Wording } from '#core/questionnaire/interview/wording.ts';
import { residentPaths } from '../../../paths/s.ts';
import { DrawnPage } from '../drawn/drawn-page.tsx';
import { makePageModel } from '../drawn/page-model.ts';
import type { Enliven, QuestionnaireView } from '../questionnaire-view.ts';
import { fieldsOf, sendFields } from '../send-page.ts';
import { drawPagesWith } from './drawn-pages.ts';
import { createInterview, type Interview } from './interview.ts';
import { createOutbox, type LeftPage, type Outbox } from './outbox.ts';

/** The way of this window through the questionnaire, from page to page without another document. */
export interface Walk {
  interview: Interview;
  outbox: Outbox;
  /** The form that is on the screen. */
  form: HTMLFormElement | null;
}

let walk: Walk | null = null;

export function walkOfWindow(): Walk | null {
  return walk;
}

/**
 * Fetches the wording of all pages and begins to draw them here. Without it, or without a connection, every
 * page stays a document.
 */
export async function beginWalk(view: QuestionnaireView, room: string, enliven: Enliven): Promise<void> {
  const response = await fetch(view.interview.wording).catch(() => null);
  if (!response?.ok || walk) return;
  const wording = (await response.json()) as Wording;
  const interview = createInterview(view, wording, { room, random: randomWriter });
  const outbox = createOutbox({
    post: (fields) => sendFields(fields, false),
    onRevision: interview.saved,
    onRefused: (left) => void leaveDocument(() => submitAgain(left)),
    onAstray: (step) => void leaveDocument(() => window.location.assign(residentPaths.step(step))),
  });
  walk = { interview, outbox, form: null };
  drawPagesWith((page) => {
    const next = interview.view(page);
    if (!next) return null;
    const drawn = makePageModel(next.drawing);
    const element = <DrawnPage drawing={next.drawing} drawn={drawn} />;
    return { ...next, drawnHere: { drawn, element, enliven } };
  });
}

/** Goes to another document with what has been answered on the screen saved. */
async function leaveDocument(go: () => void): Promise<void> {
  if (walk?.form) await sendFields(fieldsOf(walk.form, 'stay'), false);
  go();
}

/** Sends a page that was left as its own form would have: the answer is the page that says what is wrong. */
function submitAgain({ page, fields }: LeftPage): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = residentPaths.page(page);
  form.hidden = true;
  form.append(
    ...fields.map(([name, value]) => {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      return field;
    }),
  );
  document.body.append(form);
  form.submit();
}

function randomWriter(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
