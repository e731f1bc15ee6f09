/**
 * Numbers the saves of this window, so that a late one never undoes a later one. The numbers are put into
 * what is sent and not into the form's fields, which React sets back whenever it draws the page again.
 */
export function countSaves(form: HTMLFormElement, onCounted: (sequence: number) => void) {
  let revision = Number(new FormData(form).get('revision'));
  let sequence = Number(new FormData(form).get('sequence'));
  const onFormData = ({ formData }: FormDataEvent) => {
    sequence += 1;
    onCounted(sequence);
    formData.set('revision', String(revision));
    formData.set('sequence', String(sequence));
  };
  form.addEventListener('formdata', onFormData);
  return {
    revision: () => revision,
    saved(newest: number) {
      revision = newest;
    },
    /** Leaves the numbers in the form, for whoever counts on. */
    stop() {
      form.removeEventListener('formdata', onFormData);
      setField(form, 'revision', revision);
      setField(form, 'sequence', sequence);
    },
  };
}

function setField(form: HTMLFormElement, name: string, value: number): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = String(value);
}
