import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { ErrorBoundary } from "#src/ui/ErrorBoundary.tsx";
import { LanguageProvider } from "#src/ui/language.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";

test("a fault is told in the reader's language and keeps its message for support", () => {
  render(
    <LanguageProvider language="zh">
      <PanelFailed title="导入" error={new RangeError("beyond exact whole numbers")} />
    </LanguageProvider>,
  );
  expect(screen.getByRole("region", { name: "导入" })).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("此面板无法显示");
  expect(screen.getByText("RangeError: beyond exact whole numbers")).toBeTruthy();
});

test("a panel that throws is an error in its place, and is drawn anew on request", () => {
  let broken = true;
  const report = vi.fn<(error: unknown) => void>();
  function Panel() {
    if (broken) throw new Error("broken invariant");
    return <p>ready</p>;
  }
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
  render(
    <ErrorBoundary title="Exits" onError={report}>
      <Panel />
    </ErrorBoundary>,
  );
  quiet.mockRestore();
  expect(screen.getByRole("alert").textContent).toContain("broken invariant");
  expect(report).toHaveBeenCalledTimes(1);
  broken = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(screen.getByText("ready")).toBeTruthy();
});
