import { fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";

import { epochDay } from "#src/domain/units.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { chartBase } from "#src/ui/chartTheme.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import { UiProviders } from "#src/ui/UiProviders.tsx";

const table: TableModel = {
  caption: "Volume by day",
  columns: [
    { id: "day", label: "Day", type: "day" },
    { id: "volume", label: "Volume", type: "money" },
    { id: "share", label: "New", type: "ratio" },
  ],
  rows: [
    [20_777, 123_456_789, 0.3141],
    [20_778, null, null],
  ],
};

test("the chart has a name, and its figures can be read as a table, exact to the fen", async () => {
  render(
    <UiProviders language="en">
      <ChartCard
        title="Volume"
        name="Daily volume over two days"
        option={chartBase}
        heightPx={200}
        fileName="volume"
        table={table}
      />
    </UiProviders>,
  );
  expect(screen.getByRole("slider", { name: "Daily volume over two days" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Volume: more" }));
  fireEvent.click(await screen.findByRole("menuitemcheckbox", { name: "View as table" }));
  const shown = await screen.findByRole("table", { name: "Volume by day" });
  expect(within(shown).getByRole("rowheader", { name: "Nov 20, 2026" })).toBeTruthy();
  expect(
    within(shown)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  ).toEqual(["¥1,234,567.89", "31.41%", "—", "—"]);
  expect(screen.queryByRole("slider")).toBeNull();
});

test("notes are listed below the chart while they are shown", async () => {
  const buckets = [20_777, 20_778].map((day) => ({ from: epochDay(day), to: epochDay(day) }));
  const items = [{ day: epochDay(20_778), endDay: null, text: "Campaign", kind: "" }];
  function Noted() {
    const [isShown, setShown] = useState(true);
    return (
      <ChartCard
        title="Volume"
        name="Daily volume over two days"
        option={chartBase}
        heightPx={200}
        fileName="volume"
        table={table}
        notes={{ items, buckets, isShown, onToggle: () => setShown(!isShown) }}
      />
    );
  }
  render(
    <UiProviders language="en">
      <Noted />
    </UiProviders>,
  );
  const list = await screen.findByRole("region", { name: "Notes on the time axis" });
  expect(list.textContent).toBe("1Nov 21, 2026 Campaign");
  fireEvent.click(screen.getByRole("button", { name: "Volume: more" }));
  fireEvent.click(await screen.findByRole("menuitemcheckbox", { name: "Show notes" }));
  expect(screen.queryByRole("region", { name: "Notes on the time axis" })).toBeNull();
});
