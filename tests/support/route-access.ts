import type { StaffRole } from '#app/core/staff-roles.ts';

/**
 * Who may call a route's loader and action: roles of staff, or anyone. A route without one of them leaves it
 * out.
 */
export interface RouteAccess {
  loader?: readonly StaffRole[] | 'anyone';
  action?: readonly StaffRole[] | 'anyone';
}

const anyone = 'anyone';
const firm = ['manager', 'interviewer', 'firm-analyst'] as const;
const city = ['city-analyst', 'viewer', 'council-member'] as const;
const analyst = ['city-analyst'] as const;
const manager = ['manager'] as const;
const administrator = ['administrator'] as const;

/**
 * Every route file of `app/routes` (a folder's `route.tsx` by the folder's name), as the product promises it.
 */
export const routeAccess: Record<string, RouteAccess> = {
  _index: { loader: anyone },
  admin: { loader: administrator, action: administrator },
  'admin_.readings': { loader: administrator },
  fieldwork: { loader: firm },
  'fieldwork._index': { loader: firm },
  'fieldwork.waves.$wave._index': { loader: firm },
  'fieldwork.waves.$wave.audit': { loader: firm },
  'fieldwork.waves.$wave.close': { loader: manager, action: manager },
  'fieldwork.waves.$wave.codes': { loader: manager, action: manager },
  'fieldwork.waves.$wave.codes_.$file.received': { action: manager },
  'fieldwork.waves.$wave.codes_.$file[.]csv': { action: manager },
  'fieldwork.waves.$wave.delete': { loader: manager, action: manager },
  'fieldwork.waves.$wave.destroy': { loader: manager, action: manager },
  'fieldwork.waves.$wave.draw': { loader: manager, action: manager },
  'fieldwork.waves.$wave.frame': { loader: manager, action: manager },
  'fieldwork.waves.$wave.freeze': { loader: manager, action: manager },
  'fieldwork.waves.$wave.job': { loader: firm },
  'fieldwork.waves.$wave.open': { loader: manager, action: manager },
  'fieldwork.waves.$wave.progress': { loader: firm, action: manager },
  'fieldwork.waves.$wave.publish': { loader: manager, action: manager },
  'fieldwork.waves.$wave.publish_.$publication[.]json': { loader: ['manager', 'firm-analyst'] },
  'fieldwork.waves.$wave.replicates': { loader: manager, action: manager },
  'fieldwork.waves.$wave.weight': {
    loader: ['manager', 'firm-analyst'],
    action: ['manager', 'firm-analyst'],
  },
  'fieldwork.waves.new': { loader: manager, action: manager },
  locale: { action: anyone },
  public: {},
  'public.accessibility': { loader: anyone },
  'public._index': { loader: anyone },
  'public.city': { loader: anyone },
  'public.city_.topics.$topic': { loader: anyone },
  'public.data._index': { loader: anyone },
  refused: { loader: anyone, action: anyone },
  'public.data.$wave[.]csv': { loader: anyone },
  'public.data.$wave[.]json': { loader: anyone },
  'public.data.register.$table': { loader: anyone },
  'public.data.publications.$publication._index': { loader: anyone },
  'public.data.publications.$publication.$table': { loader: anyone },
  'public.data.publications.$publication.datapackage[.]json': { loader: anyone },
  'public.data.publications.$publication.figures.$domain.$indicator': { loader: anyone },
  'public.districts.$district': { loader: anyone },
  'public.districts.$district_.topics.$topic': { loader: anyone },
  'public.districts.$district[.]pdf': { loader: anyone },
  'public.overview[.]pdf': { loader: anyone },
  'public.flags': { loader: anyone },
  'public.interventions._index': { loader: anyone },
  'public.figures.$wave.$domain.$indicator': { loader: anyone },
  'public.map': { loader: anyone },
  'public.pictures.$picture': { loader: anyone },
  'public.method': { loader: anyone },
  'public.places._index': { loader: anyone },
  'public.places.$place': { loader: anyone },
  results: { loader: city },
  'results._index': { loader: city },
  'results.cameras._index': { loader: city },
  'results.cameras.import': { loader: analyst, action: analyst },
  'results.cameras.imports.$import': { loader: analyst, action: analyst },
  'results.cameras.proposals.$proposal': { loader: city, action: analyst },
  'results.cameras.proposals.new': { loader: analyst, action: analyst },
  'results.city': { loader: city },
  'results.context._index': { loader: city },
  'results.context.new': { loader: analyst, action: analyst },
  'results.context.$series._index': { loader: city },
  'results.context.$series.import._index': { loader: analyst, action: analyst },
  'results.context.$series.import.$state': { loader: analyst, action: analyst },
  'results.city_.topics.$topic': { loader: city },
  'results.consultations': { loader: city, action: ['city-analyst', 'council-member'] },
  'results.fieldwork': { loader: city },
  'results.districts.$district[.]pdf': { loader: city },
  'results.overview[.]pdf': { loader: city },
  'results.flags': { loader: city },
  'results.interventions._index': { loader: city },
  'results.interventions.new': { loader: analyst, action: analyst },
  'results.interventions.$intervention': {
    loader: city,
    action: ['city-analyst', 'council-member'],
  },
  'results.interventions.$intervention_.edit': { loader: analyst, action: analyst },
  'results.map': { loader: city },
  'results.places._index': { loader: city },
  'results.places.$place': { loader: city },
  'results.pictures.$picture': { loader: city },
  'results.data.$wave[.]csv': { loader: city },
  'results.data.register.$table': { loader: city },
  'results.data.publications.$publication.$table': { loader: city },
  'results.districts.$district': { loader: city },
  'results.districts.$district_.topics.$topic': { loader: city },
  'results.figures.$wave.$domain.$indicator': { loader: city },
  s: {},
  's._index': { loader: anyone },
  's.closed': { loader: anyone },
  's.draft': { action: anyone },
  's.earlier': { loader: anyone, action: anyone },
  's.leave': { action: anyone },
  's.outside': { loader: anyone },
  's.privacy': { loader: anyone },
  's.questionnaire.$page': { loader: anyone, action: anyone },
  's.receipt': { loader: anyone },
  's.review': { loader: anyone, action: anyone },
  's.start': { loader: anyone, action: anyone },
  's.withdraw': { loader: anyone, action: anyone },
  's.wording.$wave.$language.$digest': { loader: anyone },
  'sign-in': { loader: anyone, action: anyone },
  'sign-out': { action: anyone },
};

/** Areas where a call that anyone may make would be a hole. */
export const guardedAreas = /^(fieldwork|results|admin)(\.|$)/;
