/** Reads what was chosen in a clause's own list of choices, in the form the doors take. */

/** The choices of one `fieldset[data-choices]`; null when nothing in it was changed. */
export function chosen(list: HTMLFieldSetElement | null): Record<string, string | boolean> | null {
  if (!list || !isChanged(list)) return null;
  const found: Record<string, string | boolean> = {};
  for (const field of fieldsOf(list)) {
    const name = field.name.slice("choice-".length);
    if (field instanceof HTMLInputElement && field.type === "checkbox") found[name] = field.checked;
    else if (!(field instanceof HTMLInputElement) || field.type !== "radio" || field.checked) found[name] = field.value;
  }
  return found;
}

type Field = HTMLInputElement | HTMLSelectElement;

function fieldsOf(list: HTMLFieldSetElement): Field[] {
  return [...list.querySelectorAll<Field>("input[name^=choice-], select[name^=choice-]")];
}

/** Whether anything differs from what the page came with. */
export function isChanged(list: HTMLFieldSetElement): boolean {
  return fieldsOf(list).some((field) => {
    if (field instanceof HTMLSelectElement) return [...field.options].some((one) => one.selected !== one.defaultSelected);
    const ticked = field.type === "radio" || field.type === "checkbox";
    return ticked ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}
