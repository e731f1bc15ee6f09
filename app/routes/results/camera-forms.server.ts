import { cameraKinds } from '#core/camera/camera.ts';
import { type ImportSettings, registerColumns } from '#core/camera/import-settings.ts';
import { distinctUnits } from '../../use-cases/results/cameras/decide-import.server.ts';
import type { TypedProposal } from '../../use-cases/results/cameras/edit-proposal.server.ts';
import type { TypedEvidence } from '../../use-cases/results/cameras/proposal-steps.server.ts';
import type { fieldsOf } from './camera-desk.server.ts';

type Fields = Awaited<ReturnType<typeof fieldsOf>>;

/** What a form says of a waiting file. */
export function settingsOfForm(fields: Fields): ImportSettings {
  const columns: ImportSettings['columns'] = {};
  for (const column of registerColumns) {
    const position = fields.number(`column-${column}`);
    if (position >= 0) columns[column] = position;
  }
  const asOf = fields.text('asOf');
  return {
    source: fields.text('source').trim().slice(0, 300),
    asOf: asOf === '' ? null : asOf,
    columns,
    kindOfAll: cameraKinds.find((kind) => kind === fields.text('kindOfAll')) ?? null,
    unitOfAll: fields.text('unitOfAll').trim().slice(0, 300),
    emptyKinds: cameraKinds.filter((kind) => fields.all('emptyKinds').includes(kind)),
    newUnits: distinctUnits(fields.all('newUnits').map((name) => name.slice(0, 300))),
  };
}

/** What a form says of a proposal. */
export function proposalOfForm({ text }: Fields): TypedProposal {
  return {
    title: text('title'),
    threat: text('threat'),
    cameras: text('cameras'),
    responsible: text('responsible'),
    chosen: text('chosen'),
    point: text('point'),
    pointName: text('pointName'),
  };
}

/** What a form says of a step. */
export function evidenceOfForm({ text, all }: Fields): TypedEvidence {
  const [since, until, whyNot] = [all('since'), all('until'), all('whyNot')];
  return {
    findings: text('findings'),
    source: text('source'),
    evidenceOn: text('evidenceOn'),
    survey: text('survey'),
    consultationId: text('consultationId'),
    means: all('means').map((means, index) => ({
      means,
      since: since[index] ?? '',
      until: until[index] ?? '',
      whyNot: (whyNot[index] ?? '').replaceAll('\r\n', '\n'),
    })),
  };
}
