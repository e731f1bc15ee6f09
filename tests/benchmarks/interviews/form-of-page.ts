import type { Fields } from './visitor.ts';

/** A form as somebody sends it who chooses the first answer to every question. */
export interface FilledForm {
  action: string;
  fields: Fields;
}

/**
 * Fills in the form of a page of the resident as a browser without scripts sends it: fields that hold
 * something, the first button of every list of single answers, the first district. Null when the page has
 * none.
 */
export function filledForm(html: string): FilledForm | null {
  const forms = html.match(/<form\b[^>]*>[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => /^\/s\/(?!leave)/.test(attribute(openingTag(one), 'action') ?? ''));
  if (!form) return null;
  const fields: [string, string][] = [];
  const chosen = new Set<string>();
  for (const [tag] of form.matchAll(/<(?:input|select)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (!name) continue;
    if (tag.startsWith('<select')) {
      fields.push([name, firstOption(form, tag)]);
      continue;
    }
    const type = attribute(tag, 'type');
    const value = attribute(tag, 'value') ?? '';
    if (type === 'radio' && !chosen.has(name)) {
      chosen.add(name);
      fields.push([name, value]);
    } else if (type === 'hidden' || (type === 'checkbox' && / checked/.test(tag))) fields.push([name, value]);
  }
  const button = /<button\b[^>]*class="primary"[^>]*>/.exec(form)?.[0] ?? '';
  const pressed = attribute(button, 'name');
  if (pressed) fields.push([pressed, attribute(button, 'value') ?? '']);
  return { action: attribute(openingTag(form), 'action') ?? '', fields };
}

function openingTag(form: string): string {
  return form.slice(0, form.indexOf('>') + 1);
}

function firstOption(form: string, select: string): string {
  const options = form.slice(form.indexOf(select)).split('</select>')[0] ?? '';
  const values = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value') ?? '');
  return values.find((value) => value !== '') ?? '';
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : decoded(found);
}

function decoded(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
