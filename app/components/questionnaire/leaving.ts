import type { Autosave, SaveState } from './autosave.ts';

interface Leaving {
  onState: (state: SaveState) => void;
  /** Goes to the page that follows without a document; false when the form has to go. */
  walkOn: (submitter: HTMLElement | null) => boolean;
  /** Sends on its way out what is unsaved, by a request that outlives the page. */
  sendLast: () => void;
}

/**
 * Lets nobody lose an answer on the way to another page. A button of the form first saves what is unsaved,
 * and the form goes when that is done; without a connection it stays, whatever the browser believes of the
 * network, because the page that says so would take the answers along. A page that is closed sends them on
 * its way out, and asks first when they would not get through. Returns the way to stop.
 */
export function guardLeaving(
  form: HTMLFormElement,
  autosave: Autosave,
  { onState, walkOn, sendLast }: Leaving,
): () => void {
  let leaving = false;
  let saving = false;
  const saveAndGo = async (submitter: HTMLElement | null) => {
    saving = true;
    await autosave.flush();
    saving = false;
    if (autosave.isCutOff() || !navigator.onLine) return;
    leaving = true;
    if (submitter) submitter.click();
    else form.submit();
  };
  const onSubmit = (event: SubmitEvent) => {
    if (!leaving && walkOn(event.submitter)) {
      event.preventDefault();
      return;
    }
    if (leaving || (navigator.onLine && !autosave.hasUnsaved())) {
      leaving = true;
      autosave.pause();
      return;
    }
    event.preventDefault();
    if (!navigator.onLine) onState('offline');
    if (!saving) void saveAndGo(event.submitter);
  };
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    const cutOff = autosave.isCutOff() || !navigator.onLine;
    if (!leaving && cutOff && autosave.hasUnsaved()) event.preventDefault();
  };
  const onPageHide = () => {
    if (!leaving && autosave.hasUnsaved()) sendLast();
    leaving = false;
  };
  const onPageShow = () => autosave.resume();
  const onOnline = () => void autosave.flush();
  form.addEventListener('submit', onSubmit);
  window.addEventListener('beforeunload', onBeforeUnload);
  window.addEventListener('pagehide', onPageHide);
  window.addEventListener('pageshow', onPageShow);
  window.addEventListener('online', onOnline);
  return () => {
    form.removeEventListener('submit', onSubmit);
    window.removeEventListener('beforeunload', onBeforeUnload);
    window.removeEventListener('pagehide', onPageHide);
    window.removeEventListener('pageshow', onPageShow);
    window.removeEventListener('online', onOnline);
  };
}
