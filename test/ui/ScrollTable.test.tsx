import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { ScrollTable } from "#src/ui/ScrollTable.tsx";
import { UiProviders } from "#src/ui/UiProviders.tsx";

/** What watches sizes, with the boxes that it watches: nothing is laid out here. */
const watches: { readonly tell: () => void; readonly boxes: Element[]; isOver: boolean }[] = [];

class Sizes {
  readonly #watch;

  constructor(tell: () => void) {
    this.#watch = { tell, boxes: [] as Element[], isOver: false };
    watches.push(this.#watch);
  }

  observe(box: Element) {
    this.#watch.boxes.push(box);
  }

  disconnect() {
    this.#watch.isOver = true;
  }
}

function draw(widthPx: number) {
  vi.stubGlobal("ResizeObserver", Sizes);
  const drawn = render(
    <UiProviders language="en">
      <ScrollTable name="Profit">
        <table />
      </ScrollTable>
    </UiProviders>,
  );
  const box = screen.getByRole("region", { name: "Profit: table" });
  Object.defineProperties(box, { clientWidth: { value: 300 }, scrollWidth: { value: widthPx } });
  const watch = watches.at(-1);
  act(() => watch?.tell());
  const edges = () => ["before", "after"].filter((edge) => box.hasAttribute(`data-${edge}`));
  return { box, watch, edges, unmount: drawn.unmount };
}

test("a table that is wider than its card says at which edge something is hidden, in any browser", () => {
  const { box, edges } = draw(500);
  expect(edges()).toEqual(["after"]);
  box.scrollLeft = 100;
  fireEvent.scroll(box);
  expect(edges()).toEqual(["before", "after"]);
  box.scrollLeft = 200;
  fireEvent.scroll(box);
  expect(edges()).toEqual(["before"]);
});

test("a table that fits says nothing, nor does what zooming leaves over", () => {
  expect(draw(301).edges()).toEqual([]);
});

test("it watches the card and the table, and stops when they go", () => {
  const { box, watch, unmount } = draw(500);
  expect(watch?.boxes).toEqual([box, box.firstElementChild]);
  unmount();
  expect(watch?.isOver).toBe(true);
});
