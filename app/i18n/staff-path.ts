/** Whether a page is for staff, which exists in fewer languages. */
export function isStaffPath(pathname: string): boolean {
  return /^\/(fieldwork|results|admin|sign-in)(\/|$)/.test(pathname);
}
