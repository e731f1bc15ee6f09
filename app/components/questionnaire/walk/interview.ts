import type { Answers } from '#core/questionnaire/definition.ts';
import { arrangePage } from '#core/questionnaire/interview/arrange.ts';
import { answersFromForm } from '#core/questionnaire/interview/form-answers.ts';
import { judgePage } from '#core/questionnaire/interview/judge.ts';
import { rowOrders } from '#core/questionnaire/interview/order.ts';
import { screenedOut, visiblePages } from '#core/questionnaire/interview/routing.ts';
import { drawnAnswers } from '#core/questionnaire/interview/shown-page.ts';
import { pagesSeen, stepAfter } from '#core/questionnaire/interview/step-after.ts';
import { questionnaireOf, type Wording } from '#core/questionnaire/interview/wording.ts';
import { reviewStep } from '#core/questionnaire/lint/platform-names.ts';
import { ownFields } from '../own-fields.ts';
import type { QuestionnaireView } from '../questionnaire-view.ts';
import type { PageFields } from '../send-page.ts';

/** A window's own saves of a page: another writer would look like another window. */
interface Writing {
  writer: string;
  sequence: number;
}

export interface Interview {
  /**
   * Goes on from a page with what its form says, or back; the page that follows, or null where only the
   * server can say what does: an answer that is missing or refused, the review, the end.
   */
  leave(page: string, fields: PageFields, go: 'next' | 'back'): string | null;
  /** Takes over what a page's form says when the browser's own buttons lead away from it. */
  turnAway(page: string, fields: PageFields): void;
  /** A page as the server would show it; null when it would not. */
  view(page: string): QuestionnaireView | null;
  /** Newest revision that a save was answered with. */
  saved(revision: number): void;
  /** The number of the last save of a page in this window. */
  counted(page: string, sequence: number): void;
}

/**
 * An interview that the browser goes through by itself, from a page that the server has drawn on. The same
 * functions decide as on the server, which judges every save again.
 */
export function createInterview(
  start: QuestionnaireView,
  wording: Wording,
  { room, random }: { room: string; random: () => string },
): Interview {
  const questionnaire = questionnaireOf(wording);
  const orders = rowOrders(questionnaire, start.interview.orderVersion);
  const arrangement = { language: start.language, orders, texts: {} };
  const writings = new Map<string, Writing>([
    [start.drawing.page.name, { writer: start.writer, sequence: start.sequence }],
  ]);
  let { answers, seen } = start.interview;
  let { revision } = start;
  const { wasReviewed } = start.interview;

  function typedOn(page: string, fields: PageFields): Record<string, unknown> {
    const typed = fields.filter(([name]) => !ownFields.includes(name));
    return answersFromForm(questionnaire, page, typed, answers);
  }

  return {
    leave(page, fields, go) {
      const level = go === 'next' ? 'final' : 'draft';
      const judged = judgePage(questionnaire, page, typedOn(page, fields), answers, level);
      if (!judged.ok || screenedOut(questionnaire, judged.answers)) return null;
      const shown = fields.filter(([name]) => name === 'shown').map(([, name]) => name);
      if (go === 'next' && judged.revealed.some((name) => !shown.includes(name))) return null;
      const seenNow = pagesSeen(questionnaire, { answers, seen }, judged.answers, page);
      const way = { answers: judged.answers, seen: seenNow, wasReviewed };
      const step = stepAfter(questionnaire, way, { page, go });
      if (step === reviewStep || step === page) return null;
      ({ answers, seen } = way);
      return step;
    },

    turnAway(page, fields) {
      const judged = judgePage(questionnaire, page, typedOn(page, fields), answers, 'draft');
      if (!judged.ok) return;
      seen = pagesSeen(questionnaire, { answers, seen }, judged.answers, page);
      ({ answers } = judged);
    },

    view(page) {
      const given: Answers = { ...start.interview.district, ...answers };
      const pages = visiblePages(questionnaire, given);
      if (!pages.includes(page)) return null;
      const arranged = arrangePage(questionnaire, page, arrangement);
      const writing = writings.get(page) ?? { writer: random(), sequence: 1 };
      writings.set(page, writing);
      return {
        ...start,
        ...writing,
        drawing: {
          ...start.drawing,
          page: arranged,
          answers: drawnAnswers(questionnaire, page, given),
          problems: {},
        },
        html: '',
        number: pages.indexOf(page) + 1,
        count: pages.length,
        isFirst: pages[0] === page,
        revision,
        overwrites: null,
        title: `${arranged.title} · ${room}`,
      };
    },

    saved(newest) {
      revision = Math.max(revision, newest);
    },

    counted(page, sequence) {
      const writing = writings.get(page);
      if (writing) writing.sequence = sequence;
    },
  };
}
