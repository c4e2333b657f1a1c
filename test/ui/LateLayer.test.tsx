import { act, fireEvent, render, screen } from "@testing-library/react";
import { lazy, useState, type ReactElement } from "react";
import { expect, test } from "vitest";

import { LateLayer } from "#src/ui/LateLayer.tsx";

/** A dialog that was asked for, and comes when `arrive` is called. */
function asked() {
  type Module = { default: () => ReactElement };
  let resolve: (module: Module) => void = () => {};
  const promise = new Promise<Module>((settle) => {
    resolve = settle;
  });
  const Layer = lazy(async () => promise);
  function Host() {
    const [open, setOpen] = useState(true);
    return <LateLayer onGiveUp={() => setOpen(false)}>{open && <Layer />}</LateLayer>;
  }
  render(<Host />);
  return async () => act(async () => resolve({ default: () => <p>layer</p> }));
}

test.each([
  ["Escape", () => fireEvent.keyDown(document.body, { key: "Escape" })],
  ["a press elsewhere", () => fireEvent.pointerDown(document.body)],
])("%s while it is on its way gives it up", async (_, goOn) => {
  const arrive = asked();
  goOn();
  await arrive();
  expect(screen.queryByText("layer")).toBeNull();
});

test("letters that are typed ahead do not give it up", async () => {
  const arrive = asked();
  fireEvent.keyDown(document.body, { key: "t" });
  await arrive();
  expect(screen.getByText("layer")).toBeDefined();
});

test("once it is there, its own keys are its own", async () => {
  await asked()();
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(screen.getByText("layer")).toBeDefined();
});
