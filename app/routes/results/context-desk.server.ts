import { requireRole } from '../../staff/access.server.ts';
import type { ContextAct } from '../../use-cases/results/context/stage-state.server.ts';
import { cityHall } from './city-hall.server.ts';
import type { Reader } from './report-pages.server.ts';

/** The analyst who names series and brings their files; everybody else is turned away. */
export async function contextDesk(request: Request): Promise<Reader & { act: ContextAct }> {
  await requireRole(request, 'city-analyst');
  const { user, ...reader } = await cityHall(request);
  return { ...reader, act: { actor: user.id, actorName: user.name, now: Date.now() } };
}
