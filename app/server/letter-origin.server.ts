import { env } from '../env.server.ts';

/**
 * The address that is printed on letters; null in an installation that has not said where residents reach it:
 * letters cannot be corrected, and a guess would send everybody to the wrong door. A demonstration is
 * wherever it listens.
 */
export function letterOrigin(listening?: string): string | null {
  const { origin, demonstration, host, port } = env();
  if (origin !== null) return new URL(origin).origin;
  return demonstration ? (listening ?? `http://${host}:${port}`) : null;
}
