import type { SaveAnswer } from '../autosave.ts';
import type { PageFields } from '../send-page.ts';

/** A page that was left: what its form said, and the step that should follow. */
export interface LeftPage {
  page: string;
  fields: PageFields;
  /** Null when the browser's own buttons led away from it. */
  step: string | null;
}

interface OutboxOptions {
  post: (fields: PageFields) => Promise<SaveAnswer>;
  onRevision: (revision: number) => void;
  /** The server did not take it, or leads elsewhere: only a document can say why. */
  onRefused: (left: LeftPage) => void;
  onAstray: (step: string) => void;
}

export interface Outbox {
  add(left: LeftPage): void;
  isEmpty(): boolean;
  /**
   * Sends what is in it, the oldest first, one at a time. Resolves to `unreachable` when one found no server:
   * it stays, with all behind it.
   */
  deliver(): Promise<'delivered' | 'unreachable'>;
  /** Hands out what is left, for a page that is being closed. */
  unsent(): readonly LeftPage[];
}

/** Pages that were left before their answers were saved: none is forgotten until the server has it. */
export function createOutbox({ post, onRevision, onRefused, onAstray }: OutboxOptions): Outbox {
  const waiting: LeftPage[] = [];
  let running: Promise<'delivered' | 'unreachable'> | null = null;

  async function deliverAll(): Promise<'delivered' | 'unreachable'> {
    for (let left = waiting[0]; left; left = waiting[0]) {
      const answer = await post(left.fields);
      if (answer.kind === 'unreachable') return 'unreachable';
      waiting.shift();
      if (answer.kind !== 'saved') {
        // The browser's own buttons asked for no answer: what it had saved before stays.
        if (left.step !== null) onRefused(left);
        continue;
      }
      onRevision(answer.revision);
      if (left.step !== null && answer.step !== undefined && answer.step !== left.step) {
        onAstray(answer.step);
      }
    }
    return 'delivered';
  }

  return {
    add: (left) => waiting.push(left),
    isEmpty: () => waiting.length === 0,
    unsent: () => waiting,
    deliver() {
      running ??= deliverAll().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
