import { chooseFile, withBrowser } from "./browser.mjs";
import { measureAnswers } from "./engineAnswers.mjs";
import { watchProcesses } from "./processes.mjs";
import { median, quantile } from "./quantiles.mjs";
import { watchPage } from "./watchPage.mjs";

const FILE_INPUT = "input[type=file]:not([webkitdirectory])";
/** Periods of different length, so that the volume differs from one to the next. */
const PERIODS = ["7D", "30D", "90D", "12M", "All"];
const PERIOD_CYCLES = 4;
const SCROLLED_FRAMES = 180;
const RELOADS = 3;
const PATIENCE_MS = 900_000;

/**
 * The built app from an empty store: import of the history, one more day on top of it, reload, changes of period, and
 * questions to the engine. Every figure that is waited for must be right to the fen.
 *
 * @param args.queries  `{count, budgetMs}` of each kind of question; none are asked when it is absent
 */
export function measureDipper({ origin, app, ledgers, queries, seed }) {
  return withBrowser(async ({ context, session }) => {
    const page = await openApp(context, origin);
    // A reader comes to the page some time before the file; it fills its cache for offline use meanwhile.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const history = await importFile({ page, session, ledger: ledgers.history });
    const nextDay = await importFile({ page, session, ledger: ledgers.nextDay });
    await page.close();

    const { totals } = ledgers.nextDay;
    const reloadsMs = [];
    for (let visit = 0; visit < RELOADS; visit += 1) reloadsMs.push(await reload({ context, origin, totals }));
    const periodChange = await changePeriods({ context, origin, totals });
    const scroll = await scrollLenders({ context, origin });
    const answers = queries && (await measureAnswers({ context, origin, app, totals, queries, seed }));
    return { history, nextDay, reloadMs: median(reloadsMs), reloadsMs, periodChange, scroll, answers };
  });
}

async function openApp(context, origin) {
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`app: ${error.message}`));
  await page.addInitScript(watchPage);
  await page.goto(`${origin}/`);
  return page;
}

const balancePainted = (page, { outstandingFen }) =>
  page.evaluate((args) => bench.balancePainted(args), { fen: outstandingFen, patienceMs: PATIENCE_MS });

async function importFile({ page, session, ledger }) {
  await page.locator(FILE_INPUT).first().waitFor({ state: "attached" });
  const processes = await watchProcesses(session);
  const [{ chosenAt, paintedAt }] = await Promise.all([
    balancePainted(page, ledger.totals),
    importReviewed({ page, file: ledger.file }),
  ]);
  const { longTaskMs } = await page.evaluate((args) => bench.slowest(args), { from: chosenAt, to: paintedAt });
  return { onScreenMs: paintedAt - chosenAt, longTaskMs, ...(await processes()) };
}

/** The file is shown before it is imported; a reader in a hurry presses at once. */
async function importReviewed({ page, file }) {
  await chooseFile({ page, selector: FILE_INPUT, file });
  await page.getByRole("dialog").getByRole("button", { name: "Import 1 file", exact: true }).click();
}

/** Milliseconds from the start of the navigation, at which the page's clock is zero. */
async function reload({ context, origin, totals }) {
  const page = await openApp(context, origin);
  const { paintedAt } = await balancePainted(page, totals);
  await page.close();
  return paintedAt;
}

async function changePeriods({ context, origin, totals }) {
  const page = await openApp(context, origin);
  const { paintedAt } = await balancePainted(page, totals);
  const times = [];
  for (let change = 0; change < PERIOD_CYCLES * PERIODS.length; change += 1) {
    const painted = page.evaluate((args) => bench.volumeChanged(args), { patienceMs: PATIENCE_MS });
    await page.getByRole("radio", { name: PERIODS[change % PERIODS.length], exact: true }).click();
    times.push(await painted);
  }
  const { interactionMs } = await page.evaluate((args) => bench.slowest(args), { from: paintedAt, to: Infinity });
  await page.close();
  return { p50Ms: median(times), p95Ms: quantile(times, 0.95), interactionMs };
}

/** The list of every lender, scrolled without a pause: how long its frames took. */
async function scrollLenders({ context, origin }) {
  const page = await openApp(context, origin);
  await page.goto(`${origin}/lenders?lang=en`);
  const list = page.getByRole("grid", { name: "Lenders" }).or(page.getByRole("table", { name: "Lenders" }));
  await list.getByRole("row").nth(5).waitFor({ timeout: PATIENCE_MS });
  const frames = await list.evaluate((table, count) => {
    const isScrolled = (element) => element.scrollHeight > element.clientHeight + 100;
    let box = table;
    while (box && !isScrolled(box)) box = box.parentElement;
    return new Promise((resolve) => {
      const stamps = [];
      function frame(stamp) {
        stamps.push(stamp);
        box.scrollTop += 180;
        if (stamps.length > count) resolve(stamps.slice(1).map((at, index) => at - stamps[index]));
        else requestAnimationFrame(frame);
      }
      requestAnimationFrame(frame);
    });
  }, SCROLLED_FRAMES);
  await page.close();
  return { p50Ms: median(frames), p95Ms: quantile(frames, 0.95) };
}
