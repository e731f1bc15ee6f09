import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { record } from '#core/text/json-fields.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { OpenDatabase } from '../../open.ts';
import { signInAudit, staff } from '../schema.ts';

export type StaffRow = typeof staff.$inferSelect;

export interface SignInEntry {
  at: number;
  /** Id of the staff user, `command` for the command line, or `unknown`. */
  actor: string;
  act: string;
  detail: Record<string, unknown>;
}

/** Accounts of staff and what was done to them and with them. */
export function staffQueries({ orm }: OpenDatabase) {
  const byEmail = orm
    .select()
    .from(staff)
    .where(eq(staff.email, sql.placeholder('email')))
    .prepare();
  const byId = orm
    .select()
    .from(staff)
    .where(eq(staff.id, sql.placeholder('id')))
    .prepare();
  return {
    byEmail: (email: string): StaffRow | undefined => byEmail.get({ email }),
    byId: (id: string): StaffRow | undefined => byId.get({ id }),
    all: (): StaffRow[] => orm.select().from(staff).orderBy(asc(staff.name), asc(staff.email)).all(),
    activeAdministrators: (): number =>
      orm
        .select({ id: staff.id })
        .from(staff)
        .where(and(eq(staff.role, 'administrator'), eq(staff.disabled, false)))
        .all().length,
    add(row: StaffRow): void {
      orm.insert(staff).values(row).run();
    },
    update(
      id: string,
      change: Partial<Pick<StaffRow, 'role' | 'district' | 'disabled' | 'updatedAt'>>,
    ): void {
      orm.update(staff).set(change).where(eq(staff.id, id)).run();
    },
    putPasswordHash(id: string, passwordHash: string, updatedAt: Date): void {
      orm.update(staff).set({ passwordHash, updatedAt }).where(eq(staff.id, id)).run();
    },
    /** Belongs inside the transaction of the act it records. */
    record({ detail, ...entry }: SignInEntry): void {
      orm
        .insert(signInAudit)
        .values({ ...entry, detail: JSON.stringify(detail) })
        .run();
    },
    audited: (atMost: number): SignInEntry[] =>
      orm
        .select()
        .from(signInAudit)
        .orderBy(desc(signInAudit.auditId))
        .limit(atMost)
        .all()
        .map(({ auditId, detail, ...entry }) => ({
          ...entry,
          detail: readStored(record, detail, `sign_in_audit.detail of ${auditId}`),
        })),
  };
}
