import { useEffect } from "react";

/** Paper is white: while the page is printed it has the light theme, charts included. */
export function usePrintInLight(): void {
  useEffect(() => {
    const root = document.documentElement;
    let dark = false;
    const stop = new AbortController();
    addEventListener(
      "beforeprint",
      () => {
        dark = root.classList.contains("dark");
        root.classList.remove("dark");
      },
      { signal: stop.signal },
    );
    addEventListener("afterprint", () => root.classList.toggle("dark", dark), { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
