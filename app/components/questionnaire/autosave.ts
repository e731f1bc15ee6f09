/** What the server said to one save. */
export type SaveAnswer =
  /** With the step that follows now, for a page that was left. */
  | { kind: 'saved'; revision: number; step?: string }
  /** Newer answers came from elsewhere, or there is nothing to save into any more: saving ends. */
  | { kind: 'stale' | 'ended' }
  /** An answer was not taken; the next change may mend it. */
  | { kind: 'refused' }
  /** No answer at all, or a server that is busy: worth another try. */
  | { kind: 'unreachable' };

export type SaveState = 'idle' | 'held' | 'saving' | 'saved' | 'refused' | 'offline' | 'stale' | 'ended';

export interface AutosaveOptions {
  send: () => Promise<SaveAnswer>;
  onState: (state: SaveState) => void;
  onRevision: (revision: number) => void;
  schedule: (job: () => void, milliseconds: number) => () => void;
  random: () => number;
}

export interface Autosave {
  /** Something was answered; it is sent soon, together with what follows at once. */
  changed(): void;
  /** Sends what is unsent now; resolves when it is saved (true) or cannot be (false). */
  flush(): Promise<boolean>;
  /**
   * The form itself is on its way with everything in it: nothing more is sent, because a save that arrived
   * after it would look like one from another window to the page that follows.
   */
  pause(): void;
  /** The page is in use again, as after going back to it. */
  resume(): void;
  hasUnsaved(): boolean;
  /**
   * The last save found no server, so that the form would find none either, and its answers would go with the
   * page.
   */
  isCutOff(): boolean;
  /** Nothing more is saved from here: newer answers came from elsewhere, or the time is over. */
  hasEnded(): boolean;
}

const settleMilliseconds = 300;
const firstRetryMilliseconds = 1_000;
const longestRetryMilliseconds = 30_000;

/**
 * One save at a time, always of the whole page; after a failure again and again, with growing pauses that
 * differ.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  let unsaved = false;
  let failures = 0;
  let ended = false;
  let paused = false;
  let running: Promise<boolean> | null = null;
  let cancelTimer = () => {};

  function later(milliseconds: number): void {
    cancelTimer();
    if (paused) return;
    cancelTimer = options.schedule(() => void flush(), milliseconds);
  }

  async function save(): Promise<boolean> {
    cancelTimer();
    unsaved = false;
    // While it is tried again, what is said of the missing connection stands.
    if (failures === 0) options.onState('saving');
    const answer = await options.send();
    if (answer.kind === 'saved') {
      failures = 0;
      options.onRevision(answer.revision);
      if (!unsaved) options.onState('saved');
      return true;
    }
    if (answer.kind === 'unreachable') {
      unsaved = true;
      failures += 1;
      options.onState('offline');
      const pause = Math.min(firstRetryMilliseconds * 2 ** (failures - 1), longestRetryMilliseconds);
      later(pause * (0.75 + options.random() / 2));
      return false;
    }
    failures = 0;
    if (answer.kind !== 'refused') ended = true;
    options.onState(answer.kind);
    return false;
  }

  async function flush(): Promise<boolean> {
    if (running) await running;
    if (ended || !unsaved) return !ended;
    if (paused) return false;
    running = save();
    const saved = await running;
    running = null;
    if (saved && unsaved) later(settleMilliseconds);
    return saved;
  }

  return {
    changed() {
      unsaved = true;
      if (!ended && failures === 0) later(settleMilliseconds);
    },
    flush,
    pause() {
      paused = true;
      cancelTimer();
    },
    resume() {
      paused = false;
      if (unsaved && !ended) later(settleMilliseconds);
    },
    hasUnsaved: () => unsaved || running !== null,
    isCutOff: () => failures > 0,
    hasEnded: () => ended,
  };
}
