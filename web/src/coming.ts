// A page that is still being made to the page itself: asked for again after a while, unless somebody fills in a form.

interface Field {
  readonly type: string;
  readonly value: string;
  readonly defaultValue: string;
  readonly checked: boolean;
  readonly defaultChecked: boolean;
}

/** Ask for the page again once it may be there; what was typed meanwhile is not taken from whoever types it. */
export function comeAgain(): void {
  const note = document.querySelector<HTMLElement>("main [data-again]");
  if (note === null) return;
  const look = (): void => {
    if (!note.isConnected) return;
    if (isFilledIn(document.querySelectorAll<HTMLInputElement>("input"))) wait();
    else location.reload();
  };
  const wait = (): void => void setTimeout(look, 1000 * Number(note.dataset["again"]));
  wait();
}

/** Whether any field says something else than the page put into it. */
export function isFilledIn(fields: Iterable<Field>): boolean {
  for (const one of fields) {
    if (one.type === "hidden") continue;
    if (one.value !== one.defaultValue || one.checked !== one.defaultChecked) return true;
  }
  return false;
}
