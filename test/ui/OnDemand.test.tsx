import { act, fireEvent, render, screen } from "@testing-library/react";
import { lazy, type ReactElement } from "react";
import { expect, test, vi } from "vitest";

import { OnDemand } from "#src/ui/OnDemand.tsx";

/** A layer that comes when `arrive` is called. */
function pressable() {
  type Module = { default: () => ReactElement };
  let resolve: (module: Module) => void = () => {};
  const promise = new Promise<Module>((settle) => {
    resolve = settle;
  });
  const Layer = lazy(async () => promise);
  const onOpenChange = vi.fn<(open: boolean) => void>();
  render(
    <OnDemand
      trigger={<button type="button">Channels</button>}
      popup="dialog"
      load={async () => promise}
      onOpenChange={onOpenChange}
    >
      <Layer />
    </OnDemand>,
  );
  fireEvent.click(screen.getByRole("button"));
  return { onOpenChange, arrive: async () => act(async () => resolve({ default: () => <p>layer</p> })) };
}

test("the layer stands once it has come", async () => {
  const { arrive, onOpenChange } = pressable();
  await arrive();
  expect(screen.getByText("layer")).toBeDefined();
  expect(onOpenChange.mock.calls).toEqual([[true]]);
});

test.each([
  ["a key", () => fireEvent.keyDown(document.body, { key: "Escape" })],
  ["a press elsewhere", () => fireEvent.pointerDown(document.body)],
])("nothing opens late over what was opened since: %s gives it up", async (_, goOn) => {
  const { arrive, onOpenChange } = pressable();
  goOn();
  await arrive();
  expect(screen.queryByText("layer")).toBeNull();
  expect(screen.getByRole("button").getAttribute("aria-expanded")).toBe("false");
  expect(onOpenChange.mock.calls).toEqual([[true], [false]]);
});

test("it can be pressed again after it was given up", async () => {
  const { arrive } = pressable();
  fireEvent.keyDown(document.body, { key: "Escape" });
  fireEvent.click(screen.getByRole("button"));
  await arrive();
  expect(screen.getByText("layer")).toBeDefined();
});
