import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { isLanguage } from '#core/language.ts';
import { rememberLanguage } from '../i18n/language.server.ts';
import { frontPaths } from '../paths/front.ts';
import { ownPath } from '../server/own-path.ts';

/** Changes the language and returns to the page, which must be one of ours. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get('language');
  const returnTo = ownPath(form.get('returnTo'), frontPaths.home);
  if (!isLanguage(language)) throw new Response(null, { status: 400 });
  return redirect(returnTo, { status: 303, headers: { 'Set-Cookie': await rememberLanguage(language) } });
}
