import { render } from "@testing-library/react";
import { expect, test } from "vitest";

import { Delta } from "#src/ui/Delta.tsx";
import { LanguageProvider } from "#src/ui/language.tsx";

function shown(element: React.ReactNode) {
  const { container } = render(<LanguageProvider language="en">{element}</LanguageProvider>);
  const span = container.firstElementChild!;
  return { text: span.textContent, tone: /text-(good|bad|ink-\d)/u.exec(span.className)?.[1] };
}

test.each([
  ["up", 0.155, "up15.5%, better", "good"],
  ["up", -0.155, "down15.5%, worse", "bad"],
  ["down", 0.079, "up7.9%, worse", "bad"],
  ["down", -0.079, "down7.9%, better", "good"],
  ["neutral", 0.079, "up7.9%", "ink-2"],
  ["up", 0.0001, "unchanged0.0%", "ink-2"],
] as const)("when %s is better, %d is read as %j", (better, change, text, tone) => {
  expect(shown(<Delta change={change} better={better} />)).toEqual({ text, tone });
});

test("nothing to compare with is a dash, never 0 %", () => {
  expect(shown(<Delta change={null} better="up" />)).toEqual({ text: "—nothing to compare with", tone: "ink-3" });
  expect(shown(<Delta change={Number.POSITIVE_INFINITY} better="up" />).text).toContain("—");
});

test("a difference of ratios is in points", () => {
  expect(shown(<Delta change={-0.012} unit="points" better="up" />).text).toBe("down1.2 pp, worse");
});
