import { useLayoutEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { type Autosave, createAutosave, type SaveAnswer, type SaveState } from './autosave.ts';
import { countSaves } from './count-saves.ts';
import { DrawnPage } from './drawn/drawn-page.tsx';
import { type DrawnModel, makePageModel } from './drawn/page-model.ts';
import { guardLeaving } from './leaving.ts';
import { suggestPlaces } from './place-names.ts';
import type { Enliven, QuestionnaireView } from './questionnaire-view.ts';
import { fieldsOf, sendFields } from './send-page.ts';
import { takeOver } from './take-over.ts';
import { beginWalk, walkOfWindow } from './walk/walk.tsx';
import { waysOn } from './walk/walk-on.ts';

/**
 * Gives a page its scripts: questions appear and go as they are answered, every answer is saved, and the next
 * page is drawn here. What was answered before the scripts came is kept. Returns the way to take them away
 * again.
 */
export const enliven: Enliven = ({ form, container, view, onState, navigate, room }) => {
  const { drawing, drawnHere } = view;
  const { name } = drawing.page;
  // Not where newer answers from elsewhere would be overwritten: only Next does that.
  const savesByItself = view.overwrites === null;
  const drawn = drawnHere?.drawn ?? makePageModel(drawing);
  const counted = countSaves(form, (sequence) => walkOfWindow()?.interview.counted(name, sequence));
  const saving = pageAutosave(form, counted, onState);
  const { autosave } = saving;
  const onReady = () => {
    onState(savesByItself ? 'idle' : 'held');
    if (savesByItself) drawn.model.onValueChanged.add(saving.changed);
  };
  const unmount = drawnHere ? () => {} : hydrated(form, container, view, drawn, onReady);
  if (drawnHere) onReady();
  else if (savesByItself) void beginWalk(view, room, enliven);
  if (drawn.model.getAllQuestions().some((question) => drawing.placeNames.includes(question.name)))
    void suggestPlaces(form);
  const ways = waysOn({ form, page: name, autosave, navigate });
  const walk = walkOfWindow();
  if (walk) walk.form = form;
  if (walk && !walk.outbox.isEmpty()) saving.sendEarlier();
  const stopListening = guardLeaving(form, autosave, {
    onState,
    walkOn: ways.byButton,
    sendLast() {
      for (const { fields } of walkOfWindow()?.outbox.unsent() ?? []) void sendFields(fields, true);
      void sendFields(fieldsOf(form, 'stay'), true);
    },
  });
  return () => {
    ways.byBrowser();
    drawn.model.onValueChanged.remove(saving.changed);
    stopListening();
    counted.stop();
    unmount();
  };
};

/** Saves of one page, after those of pages that were left before. */
function pageAutosave(
  form: HTMLFormElement,
  counted: ReturnType<typeof countSaves>,
  onState: (state: SaveState) => void,
): { autosave: Autosave; changed: () => void; sendEarlier: () => void } {
  let answered = false;
  const autosave = createAutosave({
    async send() {
      // What is answered from here on makes another save: it may not stand in the form yet.
      const own = answered;
      answered = false;
      const delivered = await walkOfWindow()?.outbox.deliver();
      if (delivered !== 'unreachable' && !own) return { kind: 'saved', revision: counted.revision() };
      const answer: SaveAnswer =
        delivered === 'unreachable'
          ? { kind: 'unreachable' }
          : await sendFields(fieldsOf(form, 'stay'), false);
      if (answer.kind === 'unreachable') answered ||= own;
      return answer;
    },
    onState,
    onRevision(revision) {
      counted.saved(revision);
      walkOfWindow()?.interview.saved(revision);
    },
    schedule: (job, milliseconds) => {
      const timer = setTimeout(job, milliseconds);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  return {
    autosave,
    changed() {
      answered = true;
      autosave.changed();
    },
    sendEarlier() {
      autosave.changed();
      void autosave.flush();
    },
  };
}

/** Takes over what the server has drawn, with what was answered in the meantime. */
function hydrated(
  form: HTMLFormElement,
  container: HTMLElement,
  { drawing }: QuestionnaireView,
  drawn: DrawnModel,
  onReady: () => void,
): () => void {
  let answeredEarlier = new FormData(form);
  // Until React is there, every native change counts: when it comes it sets some fields back to what the
  // server drew.
  const noteAnswers = () => {
    answeredEarlier = new FormData(form);
  };
  form.addEventListener('input', noteAnswers, true);
  const takeFormOver = () => {
    form.removeEventListener('input', noteAnswers, true);
    onReady();
    takeOver(drawn.model, answeredEarlier);
  };
  const root = hydrateRoot(
    container,
    <WhenReady act={takeFormOver}>
      <DrawnPage drawing={drawing} drawn={drawn} />
    </WhenReady>,
  );
  return () => root.unmount();
}

function WhenReady({ act, children }: { act: () => void; children: React.ReactNode }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is taken over once
  useLayoutEffect(act, []);
  return children;
}
