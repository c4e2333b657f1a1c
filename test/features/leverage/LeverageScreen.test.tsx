import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import type { ImportRecord } from "#src/domain/imports.ts";
import { accepted } from "#src/domain/result.ts";
import { epochDay } from "#src/domain/units.ts";
import type { EngineMethods, LeverageArgs, LeverageResult } from "#src/engine/protocol.ts";
import { LeverageScreen } from "#src/features/leverage/LeverageScreen.tsx";
import { ImportRunnerContext, type ImportRunner } from "#src/view/importing.tsx";
import { BASIS } from "#test/features/overview/answers.ts";
import { AS_OF, drawScreen, STATUS, type ScreenOptions } from "#test/features/overview/screen.tsx";

import { figuresOf, FUNDS, LEVERAGE, NOTHING, RULES } from "./answers.ts";

// What the screen reads of an import.
const imports = [
  { importId: 1, fileName: "funds.csv", counts: { read: 30 } },
  { importId: 2, fileName: "funds by hand 2026-11-02 0900.csv", counts: { read: 1 } },
] as unknown as readonly ImportRecord[];

interface Seen {
  readonly made: File[];
  readonly deleted: (readonly number[])[];
  readonly asked: LeverageArgs[];
  readonly days: number[];
}

async function draw(options: Partial<ScreenOptions> & { readonly result?: LeverageResult } = {}) {
  const seen: Seen = { made: [], deleted: [], asked: [], days: [] };
  const { result = LEVERAGE, ...given } = options;
  const methods: Partial<EngineMethods> = {
    leverage: (args) => {
      seen.asked.push(args);
      return Promise.resolve(result);
    },
    funds: ({ day }) => {
      seen.days.push(day);
      return Promise.resolve({ basis: BASIS, funds: FUNDS });
    },
    imports: () => Promise.resolve(imports),
    deleteImports: ({ importIds }) => {
      seen.deleted.push(importIds);
      return Promise.resolve(accepted(STATUS));
    },
  };
  const runner: ImportRunner = {
    subscribe: () => () => {},
    job: () => undefined,
    importFiles: () => {},
    importMade: (files) => void seen.made.push(...files),
    loadSample: () => {},
    removeSample: () => {},
    cancel: () => {},
    dismiss: () => {},
  };
  const drawn = await drawScreen(
    <ImportRunnerContext value={runner}>
      <LeverageScreen />
    </ImportRunnerContext>,
    { methods, status: { tables: { funds: 5 } }, ...given },
  );
  return { ...drawn, seen };
}

const table = async (name: string) => await screen.findByRole("table", { name });

/** The card of leverage now; until then another of its name waits for the answer. */
async function leverageCard(minimum = "This is a minimum"): Promise<HTMLElement> {
  const card = (await screen.findByText(new RegExp(minimum))).closest("section");
  if (!card) throw new Error("no card");
  return card;
}

async function choose(fund: string, action: "Edit" | "Remove") {
  fireEvent.click(await screen.findByRole("button", { name: `${fund}: more` }));
  fireEvent.click(await screen.findByRole("menuitem", { name: action }));
}

test("LV1 LV7 leverage is told with its band, that it is a minimum, and how far it is to the next band", async () => {
  await draw();
  const card = await leverageCard();
  expect(card.textContent).toContain("5.38×Normal5× to 10×, as platforms usually have it");
  expect(card.textContent).toContain("High begins at 10×: with ¥1.23B more outstanding, or ¥86.00M less backing.");
  expect(card.textContent).toContain("This is a minimum: disclosed funds are usually overstated");
  expect(card.textContent).toContain("filters and segments of other screens do not apply here");
  expect(card.textContent).toContain("Guarantee companies 10×");
  const figures = screen.getByText("Without partner", { selector: "dt span" }).closest("dl");
  expect(figures?.textContent).toBe(
    "Without partner6.41×no guarantee or insurance" +
      "Backing¥186.00Mfor ¥1.00B outstanding" +
      "Loss absorbed18.6%of what lenders are owed" +
      "Room to grow¥1.23Buntil high, 10×" +
      "Room to lose¥86.00Muntil high, 10×",
  );
});

test("LV8 without backing it says so, and neither zero nor infinite", async () => {
  await draw({ result: { ...LEVERAGE, now: figuresOf(NOTHING), room: null } });
  const card = await leverageCard("Always of the whole ledger");
  expect(card.textContent).toContain("No backing");
  expect(card.textContent).not.toContain("This is a minimum");
  expect(document.body.textContent).not.toMatch(/∞|Infinity|NaN/);
});

test("LV2 LV4 LV6 every fund in force is listed with its rule, what it counts for and the file it is from", async () => {
  await draw();
  const rows = within(await table("Funds in force on Nov 20, 2026")).getAllByRole("row");
  expect(rows.map(({ textContent }) => textContent).slice(1)).toEqual([
    "Guaranteenot related · covers all projectsJun 30, 2026¥90.00MCovers 3% of outstanding¥30.00M in allfunds.csv",
    "Net assetsJun 30, 2026¥40.00MStands for own funds¥40.00Mfunds.csv",
    "CollateralJun 30, 2026¥30.00MAs entered¥30.00Mfunds by hand 2026-11-02 0900.csv",
    "ShareholderControlling · platform is a subsidiaryJun 30, 2026¥60.00M50%: controlling, with the platform as one subsidiary¥30.00Mfunds.csv",
    "aliensJun 30, 2026¥70.0KDipper does not know this kind: not counted¥0funds.csv",
  ]);
  expect(within(rows[1]!).getByRole("link").getAttribute("href")).toBe("/data#import-1");
  expect(within(rows[3]!).getByRole("link").getAttribute("href")).toBe("/data#import-2");
});

test("LV2 LV3 a rule that is changed goes into the link, is said beside the figure, and can be taken back", async () => {
  const { search, seen } = await draw();
  expect((await leverageCard()).textContent).not.toContain("Not as usual");
  fireEvent.click(await screen.findByRole("checkbox", { name: "Count a related guarantor" }));
  expect(search()).toBe(`?${new URLSearchParams({ lrules: "countsRelated:yes" }).toString()}`);
  await expect.poll(() => seen.asked.at(-1)?.rules).toEqual({ ...RULES, countsRelated: true });
  expect((await leverageCard()).textContent).toContain("Not as usual: Count a related guarantor yes.");
  fireEvent.click(screen.getByRole("button", { name: "Back to the usual rules" }));
  expect(search()).toBe("");
});

test("LV5 a share is entered in per cent, and kept in parts per million", async () => {
  const { search, seen } = await draw({ search: "?lrules=own:max3,guaranteePpm:nonsense" });
  expect(seen.asked[0]?.rules).toEqual({ ...RULES, own: "max3" });
  const field = await screen.findByRole("textbox", { name: "Haircut on collateral" });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: "32.5" } });
  fireEvent.blur(field);
  await expect.poll(() => new URLSearchParams(search()).get("lrules")).toBe("own:max3,haircutPpm:325000");
});

test("LV5 a share beyond 100 % is cut, and said to be", async () => {
  const { search } = await draw();
  const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Haircut on collateral" });
  field.focus();
  fireEvent.change(field, { target: { value: "250" } });
  fireEvent.submit(field.form ?? field);
  await expect.poll(() => new URLSearchParams(search()).get("lrules")).toBe("haircutPpm:1000000");
  expect(await screen.findByText("Only between 0% and 100%: set to 100%.")).toBeDefined();
});

test("LV6 a later fund that is edited is not called the first of its kind", async () => {
  const collateral = FUNDS.find(({ kind }) => kind === "collateral");
  if (!collateral) throw new Error("no collateral");
  const earlier = { ...collateral, asOf: epochDay(collateral.asOf - 200), importId: 1 };
  const funds: EngineMethods["funds"] = ({ day }) =>
    Promise.resolve({ basis: BASIS, funds: day < collateral.asOf ? [earlier] : FUNDS });
  await draw({
    methods: { leverage: () => Promise.resolve(LEVERAGE), imports: () => Promise.resolve(imports), funds },
  });
  await table("Funds in force on Nov 20, 2026");
  await choose("Collateral ¥30.00M", "Edit");
  const dialog = await screen.findByRole("dialog", { name: "Edit funds" });
  expect(await within(dialog).findByText(/From this day it alone stands for its kind.+ Dec 12, 2025/)).toBeDefined();
});

test("misplaced thousands are no amount, and the form says so", async () => {
  const { seen } = await draw({ status: { tables: {} } });
  fireEvent.click(screen.getByRole("button", { name: "Add funds" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Add funds" }));
  fireEvent.change(dialog.getByRole("textbox", { name: "Amount (¥)" }), { target: { value: "12,34" } });
  fireEvent.click(dialog.getByRole("button", { name: "Save funds" }));
  expect(dialog.getByText("A comma sets groups of three digits apart, a dot decimals: 1,234,567.89.")).toBeDefined();
  expect(seen.made).toEqual([]);
});

test("LV6 a point of the chart opens the funds of its day, with the sum in figures", async () => {
  const { seen } = await draw();
  const chart = await screen.findByRole("slider", { name: /^Leverage, .+: 5\.38× at the end$/ });
  fireEvent.keyDown(chart, { key: "Home" });
  fireEvent.keyDown(chart, { key: "Enter" });
  const drawer = await screen.findByRole("dialog", { name: "Funds on Nov 18, 2026" });
  await within(drawer).findByRole("table", { name: "Funds in force on Nov 18, 2026" });
  expect(seen.days).toContain(AS_OF - 2);
  const sum = within(drawer).getByRole("region", { name: "How the figure comes about" });
  expect(sum.textContent).toBe(
    "Guarantee¥30.00MInsurance¥0Own funds¥46.00MCollateral¥10.00MShareholders¥80.00MBacking¥166.00M" +
      "¥1.00B ÷ ¥166.00M = 6.02×NormalWithout partner: 7.35×",
  );
});

test("LV8 a period without any backing has words instead of a plot", async () => {
  const points = LEVERAGE.points.map((point) => ({ ...point, ...figuresOf(NOTHING) }));
  await draw({ result: { ...LEVERAGE, points } });
  expect(await screen.findByText("No backing in this period")).toBeDefined();
  expect(screen.queryByRole("slider", { name: /^Leverage, / })).toBeNull();
});

test("LV3 own funds are said to be net assets alone where no profit is in force", async () => {
  await draw();
  expect(await screen.findByText("Own funds from net assets")).toBeDefined();
});

test("LV9 losses are told with who pays them, and can be taken as a file", async () => {
  await draw();
  const grid = within(await screen.findByRole("region", { name: "Who pays a loss: table" }));
  expect(grid.getAllByRole("row").map(({ textContent }) => textContent)).toEqual([
    "LossAmountLenders bearInsuranceGuaranteeOwn fundsCollateralShareholders",
    "3%¥30.00M¥0¥0¥30.00M¥0¥0¥0",
    "20%¥200.00M¥14.00M¥0¥30.00M¥46.00M¥30.00M¥80.00M",
  ]);
  expect(screen.getByText("At a loss of 20% lenders bear ¥14.00M.")).toBeDefined();
});

test("LV6 without the dataset it says which file switches it on; the first fund can be entered here", async () => {
  const { seen } = await draw({ status: { tables: {} } });
  expect(screen.getByText(/Drop a funds file \(as_of, kind, amount\)/)).toBeDefined();
  expect(seen.asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Add funds" }));
  const dialog = await screen.findByRole("dialog", { name: "Add funds" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save funds" }));
  expect(within(dialog).getByText("Enter an amount, such as 74,000,000 or 7400万.")).toBeDefined();
  expect(seen.made).toEqual([]);
  fireEvent.change(within(dialog).getByRole("textbox", { name: "Amount (¥)" }), { target: { value: "-60万" } });
  expect(within(dialog).getByText(/That is −¥600\.0K\./)).toBeDefined();
  expect(within(dialog).getByText("It is the first of its kind.")).toBeDefined();
  fireEvent.change(within(dialog).getByRole("textbox", { name: "Note (optional)" }), {
    target: { value: " audited " },
  });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save funds" }));
  expect(seen.made.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^funds by hand \d{4}-\d\d-\d\d \d{4}\.csv$/),
  ]);
  expect(await seen.made[0]?.text()).toContain('"2026-11-20","net_assets","-600000.00","own","","","audited",');
});

test("without a ledger it says what else is needed, with and without funds", async () => {
  await draw({ status: { tables: {}, firstDay: null, asOf: null } });
  expect(screen.getByText(/Drop your ledger: leverage is what lenders are owed/)).toBeDefined();
});

test("with funds but no ledger it says that transactions are missing", async () => {
  await draw({ status: { tables: { funds: 5 }, firstDay: null, asOf: null } });
  expect(screen.getByText("No transactions yet")).toBeDefined();
});

test("LV6 before the first fund it says so", async () => {
  await draw({ result: { ...LEVERAGE, now: null, room: null, points: [], losses: [] } });
  expect(await screen.findByText("No fund was in force yet")).toBeDefined();
  expect(screen.getByRole("button", { name: "Add funds" })).toBeDefined();
});

test("LV6 a period before the first fund has no points, and the rest stays", async () => {
  await draw({ result: { ...LEVERAGE, points: [] } });
  expect(await screen.findByText("No funds are known in this period")).toBeDefined();
  expect(await leverageCard()).toBeDefined();
});

test("a fund entered by hand goes with its import; of one from a file it is said how", async () => {
  const { seen } = await draw();
  await table("Funds in force on Nov 20, 2026");
  await choose("Net assets ¥40.00M", "Remove");
  const held = await screen.findByRole("dialog", { name: "It came with a file" });
  expect(held.textContent).toContain("funds.csv brought it together with other rows (30 in all)");
  fireEvent.click(within(held).getAllByRole("button", { name: "Close" })[0]!);
  await choose("Collateral ¥30.00M", "Remove");
  const sure = await screen.findByRole("dialog", { name: "Remove Collateral ¥30.00M?" });
  fireEvent.click(within(sure).getByRole("button", { name: "Remove" }));
  await expect.poll(() => seen.deleted).toEqual([[2]]);
});

test("a fund entered by hand is changed by an import that takes the place of its own", async () => {
  const { seen } = await draw();
  await table("Funds in force on Nov 20, 2026");
  await choose("Collateral ¥30.00M", "Edit");
  const dialog = await screen.findByRole("dialog", { name: "Edit funds" });
  const amount = within(dialog).getByRole<HTMLInputElement>("textbox", { name: "Amount (¥)" });
  expect(amount.value).toBe("30000000.00");
  fireEvent.change(amount, { target: { value: "-1" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save funds" }));
  expect(within(dialog).getByText("Only net assets and profit can be below zero.")).toBeDefined();
  fireEvent.change(amount, { target: { value: "2500万" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save funds" }));
  await expect.poll(() => seen.deleted).toEqual([[2]]);
  await expect.poll(() => seen.made.length).toBe(1);
  expect(await seen.made[0]?.text()).toContain('"2026-06-30","collateral","25000000.00","own","","","",');
});

test("a fault is shown with a way to try again", async () => {
  await draw({
    result: LEVERAGE,
    status: { tables: { funds: 5 } },
    methods: { leverage: () => Promise.reject(new Error("broken")), imports: () => Promise.resolve(imports) },
  });
  expect((await screen.findByRole("alert")).textContent).toContain("broken");
});

test("it speaks Chinese", async () => {
  await draw({ language: "zh" });
  const card = await leverageCard("这是最低杠杆");
  expect(card.textContent).toContain("5.38×正常5 至 10 倍，平台常见水平");
  expect(card.textContent).toContain("10× 起为偏高：待收再增 ¥12.29亿，或偿付资金减少 ¥8600.0万。");
  expect(await table("2026年11月20日的有效资金")).toBeDefined();
});
