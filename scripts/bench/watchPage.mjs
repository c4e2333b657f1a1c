/**
 * Runs in the app's page before its own scripts and only looks on: when a file was chosen or something was clicked, when
 * the figures of the overview were painted, and what kept the page from answering.
 */
export function watchPage() {
  const BALANCE = "button.text-hero";
  const VOLUME = "button.text-kpi";
  const longTasks = [];
  const interactions = [];
  let chosenAt;
  let clickedAt;

  addEventListener("change", ({ target, timeStamp }) => target.type === "file" && (chosenAt = timeStamp), true);
  addEventListener("click", ({ timeStamp }) => (clickedAt = timeStamp), true);

  const brief = ({ startTime, duration }) => ({ startTime, duration });
  const observe = (type, list, options) =>
    new PerformanceObserver((entries) => list.push(...entries.getEntries().map(brief))).observe({ type, ...options });
  observe("longtask", longTasks, { buffered: true });
  observe("event", interactions, { durationThreshold: 16, buffered: true });

  /** The figure in full, in its title: digits only. */
  const figure = (selector) => document.querySelector(selector)?.title.replaceAll(/\D/g, "");

  /** Resolves after the first frame that shows what is waited for. */
  function painted({ isShown, what, patienceMs }) {
    return new Promise((resolve, reject) => {
      const startedAt = performance.now();
      function look() {
        if (isShown()) {
          const { port1, port2 } = new MessageChannel();
          // A message posted before a frame is painted arrives after it.
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(undefined);
        } else if (performance.now() - startedAt > patienceMs) {
          reject(new Error(`The overview shows ${figure(BALANCE) ?? "no balance"}; waited for ${what}.`));
        } else requestAnimationFrame(look);
      }
      look();
    });
  }

  async function balancePainted({ fen, patienceMs }) {
    const isShown = () => figure(BALANCE) === String(fen);
    const paintedAt = await painted({ isShown, what: fen, patienceMs });
    return { chosenAt, paintedAt };
  }

  /** Milliseconds from the click to the frame with another volume. */
  async function volumeChanged({ patienceMs }) {
    const before = figure(VOLUME);
    const isShown = () => figure(VOLUME) !== before;
    return (await painted({ isShown, what: "another volume", patienceMs })) - clickedAt;
  }

  /** Longest main-thread task and slowest answer to the reader that began between two times, in milliseconds. */
  function slowest({ from, to }) {
    const isBetween = ({ startTime }) => startTime >= from && startTime <= to;
    const longest = (entries) => Math.max(0, ...entries.filter(isBetween).map(({ duration }) => duration));
    return { longTaskMs: longest(longTasks), interactionMs: longest(interactions) };
  }

  globalThis.bench = { balancePainted, volumeChanged, slowest };
}
