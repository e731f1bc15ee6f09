const staffRoutes = [
  'routes/fieldwork',
  'routes/results',
  'routes/admin',
  'routes/admin_.readings',
  'routes/sign-in',
];

/** Whether a page, given by the ids of its routes, is for staff, which exists in fewer languages. */
export function isStaffRoute(routeIds: readonly string[]): boolean {
  return routeIds.some((id) => staffRoutes.includes(id));
}
