import { cityFiles } from '#city/city.ts';
import { placeListId } from './drawn/drawing.ts';

/** Fills the list that place fields suggest from. Without it they are plain text fields. */
export async function suggestPlaces(form: HTMLFormElement): Promise<void> {
  const response = await fetch(`/${cityFiles.stopNames}`).catch(() => null);
  if (!response?.ok) return;
  const { names } = (await response.json()) as { names: string[] };
  const list = document.createElement('datalist');
  list.id = placeListId;
  list.append(
    ...names.map((name) => {
      const option = document.createElement('option');
      option.value = name;
      return option;
    }),
  );
  form.append(list);
}
