import { and, desc, eq, max } from 'drizzle-orm';
import { record } from '#core/text/json-fields.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { OpenDatabase } from '../../open.ts';
import { audit } from '../schema/waves.ts';

export interface AuditEntry {
  at: number;
  /** Id of the staff user, or `command` for the command line. */
  actor: string;
  act: string;
  /** What it was done to: a wave, as a rule. */
  subject: string;
  detail: Record<string, unknown>;
}

export function auditQueries({ orm }: OpenDatabase) {
  return {
    /** Belongs inside the transaction of the act it records. */
    record(entry: AuditEntry): void {
      orm
        .insert(audit)
        .values({ ...entry, detail: JSON.stringify(entry.detail) })
        .run();
    },
    /** When an act was last done to a subject; null when it never was. */
    lastAt: (subject: string, act: string): number | null =>
      orm
        .select({ at: max(audit.at) })
        .from(audit)
        .where(and(eq(audit.subject, subject), eq(audit.act, act)))
        .get()?.at ?? null,
    ofSubject: (subject: string, atMost: number): AuditEntry[] =>
      orm
        .select()
        .from(audit)
        .where(eq(audit.subject, subject))
        .orderBy(desc(audit.auditId))
        .limit(atMost)
        .all()
        .map(({ auditId, detail, ...entry }) => ({
          ...entry,
          detail: readStored(record, detail, `audit.detail of ${auditId}`),
        })),
  };
}
