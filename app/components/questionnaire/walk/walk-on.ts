import { residentPaths } from '../../../paths/s.ts';
import type { Autosave } from '../autosave.ts';
import { fieldsOf } from '../send-page.ts';
import { walkOfWindow } from './walk.tsx';

interface PageOnScreen {
  form: HTMLFormElement;
  page: string;
  autosave: Autosave;
  navigate: (path: string) => void;
}

/**
 * The ways from a page that need no document. `byButton` answers whether it has gone: if not, the form goes
 * as it does without scripts. `byBrowser` is for a page that was left by the browser's own buttons.
 */
export function waysOn({ form, page, autosave, navigate }: PageOnScreen) {
  let gone = false;
  return {
    byButton(submitter: HTMLElement | null): boolean {
      const walk = walkOfWindow();
      const go = submitter instanceof HTMLButtonElement && submitter.name === 'go' ? submitter.value : '';
      if (!walk || gone || (go !== 'next' && go !== 'back')) return false;
      if (!navigator.onLine || autosave.isCutOff() || autosave.hasEnded()) return false;
      const fields = fieldsOf(form, go);
      const step = walk.interview.leave(page, fields, go);
      if (step === null) return false;
      gone = true;
      autosave.pause();
      walk.outbox.add({ page, fields, step });
      void walk.outbox.deliver();
      navigate(residentPaths.page(step));
      return true;
    },
    byBrowser(): void {
      const walk = walkOfWindow();
      if (!walk || gone) return;
      gone = true;
      const fields = fieldsOf(form, 'stay');
      walk.interview.turnAway(page, fields);
      if (autosave.hasUnsaved()) walk.outbox.add({ page, fields, step: null });
      autosave.pause();
    },
  };
}
