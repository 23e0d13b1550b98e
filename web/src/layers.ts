// The switches of a reader's layers to the page's address, so that a link shows the text as its sender saw it.

/** The address with the layers that are on; all on is the rule and says nothing, all off says `none`. */
export function withLayers(address: string, on: readonly string[], all: number): string {
  const made = new URL(address);
  made.searchParams.delete("layers");
  const named = on.length === all ? [] : on.length === 0 ? ["none"] : on;
  for (const one of named) made.searchParams.append("layers", one);
  return made.href;
}

export function keepLayers(): void {
  const form = document.querySelector<HTMLFormElement>("form.layers");
  form?.addEventListener("change", () => {
    const boxes = [...form.querySelectorAll<HTMLInputElement>("input[name=layers]")];
    const on = boxes.filter((one) => one.checked).map((one) => one.value);
    history.replaceState(history.state, "", withLayers(location.href, on, boxes.length));
  });
}
