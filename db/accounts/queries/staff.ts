import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { account, signInAudit, user } from '../schema.ts';

export type StaffRow = typeof user.$inferSelect;

export interface SignInEntry {
  at: number;
  /** Id of the staff user, `command` for the command line, or `unknown`. */
  actor: string;
  act: string;
  detail: Record<string, unknown>;
}

const passwordProvider = 'credential';

/** Accounts of staff and what was done to them and with them. */
export function staffQueries({ orm }: OpenDatabase) {
  const byEmail = orm
    .select()
    .from(user)
    .where(eq(user.email, sql.placeholder('email')))
    .prepare();
  const byId = orm
    .select()
    .from(user)
    .where(eq(user.id, sql.placeholder('id')))
    .prepare();
  const passwordOf = orm
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, sql.placeholder('id')), eq(account.providerId, passwordProvider)))
    .prepare();
  return {
    byEmail: (email: string): StaffRow | undefined => byEmail.get({ email }),
    byId: (id: string): StaffRow | undefined => byId.get({ id }),
    passwordHash: (id: string): string | null => passwordOf.get({ id })?.password ?? null,
    all: (): StaffRow[] => orm.select().from(user).orderBy(asc(user.name), asc(user.email)).all(),
    activeAdministrators: (): number =>
      orm
        .select({ id: user.id })
        .from(user)
        .where(and(eq(user.role, 'administrator'), eq(user.disabled, false)))
        .all().length,
    add(row: StaffRow, passwordHash: string): void {
      orm.insert(user).values(row).run();
      orm
        .insert(account)
        .values({
          id: `${row.id}-password`,
          accountId: row.id,
          providerId: passwordProvider,
          userId: row.id,
          password: passwordHash,
          createdAt: row.createdAt,
          updatedAt: row.updatedAt,
        })
        .run();
    },
    update(id: string, change: Partial<Pick<StaffRow, 'role' | 'disabled' | 'updatedAt'>>): void {
      orm.update(user).set(change).where(eq(user.id, id)).run();
    },
    putPasswordHash(id: string, password: string, updatedAt: Date): void {
      orm
        .update(account)
        .set({ password, updatedAt })
        .where(and(eq(account.userId, id), eq(account.providerId, passwordProvider)))
        .run();
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
        .map(({ auditId: _id, detail, ...entry }) => ({ ...entry, detail: JSON.parse(detail) })),
  };
}
