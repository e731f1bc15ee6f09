import { randomBytes } from 'node:crypto';
import { requireRole } from '../../staff/access.server.ts';
import type { CityAct } from '../../use-cases/results/interventions/city-act.ts';
import { cityHall } from './city-hall.server.ts';
import type { Reader } from './report-pages.server.ts';

/** Who reads the cameras' pages, and whether they may also write. */
export async function cameraReader(request: Request): Promise<Reader & { mayEdit: boolean }> {
  const { user, ...reader } = await cityHall(request);
  return { ...reader, mayEdit: user.role === 'city-analyst' };
}

/** The analyst who imports registers and keeps proposals; everybody else is turned away. */
export async function cameraDesk(request: Request): Promise<Reader & { act: CityAct }> {
  const user = await requireRole(request, 'city-analyst');
  const { user: _, ...reader } = await cityHall(request);
  return { ...reader, act: { actor: user.id, name: user.name, now: Date.now(), randomBytes } };
}

/** The fields of a form by name, none longer than a form may be; a body that is none is answered with 400. */
export async function fieldsOf(request: Request): Promise<{
  text(name: string): string;
  all(name: string): string[];
  number(name: string): number;
}> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
  return {
    text,
    all: (name) => form.getAll(name).filter((value) => typeof value === 'string'),
    number: (name) => (/^\d{1,15}$/.test(text(name)) ? Number(text(name)) : -1),
  };
}
