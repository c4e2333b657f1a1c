const MS_A_MINUTE = 60_000;

/** Calls back when the page is looked at again, and every few minutes while it is: a dashboard may stay open for days. */
export function watchDay(check: () => void): () => void {
  const onVisible = (): void => {
    if (document.visibilityState === "visible") check();
  };
  document.addEventListener("visibilitychange", onVisible);
  const timer = setInterval(onVisible, 5 * MS_A_MINUTE);
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    clearInterval(timer);
  };
}
