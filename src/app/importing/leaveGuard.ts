const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** While on, the browser asks before it closes or leaves the page. */
export function guardLeaving(on: boolean): void {
  if (on) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
}
