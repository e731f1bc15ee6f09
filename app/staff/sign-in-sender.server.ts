import { servesArea } from '../db.server.ts';
import { knownSender } from '../use-cases/staff/known-senders.server.ts';
import { accessContext, deviceTokensOf } from './authentication.server.ts';

/**
 * What the accounts know of who signs in: the server counts attempts by it before the sign-in page sees them.
 */
export async function signInSender(sent: {
  email: string;
  place: string;
  cookies: string | null;
}): Promise<{ device: string | null; placeIsKnown: boolean }> {
  if (!servesArea('fieldwork', 'results')) return { device: null, placeIsKnown: false };
  const { email, place, cookies } = sent;
  return knownSender(accessContext(), { email, place, tokens: await deviceTokensOf(cookies) });
}
