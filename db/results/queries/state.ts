import type { OpenDatabase } from '../../open.ts';

/**
 * Answers another text whenever something in the database may have changed since, by this connection or
 * another, in this process or another.
 */
export function databaseState({ sqlite }: Pick<OpenDatabase, 'sqlite'>): () => string {
  const own = sqlite.prepare<[], number>('SELECT total_changes()').pluck();
  const others = sqlite.prepare<[], number>('PRAGMA data_version').pluck();
  return () => `${own.get()} ${others.get()}`;
}
