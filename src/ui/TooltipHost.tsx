import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

export type TooltipSide = "top" | "bottom" | "left" | "right";

interface Tip {
  readonly text: string;
  readonly side: TooltipSide;
  readonly anchor: DOMRect;
}

const DELAY_MS = 400;
const GAP_PX = 6;
const EDGE_PX = 4;

/** One tooltip for the whole page: a few hundred bytes instead of a positioned layer around every button. */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip>();
  useEffect(() => watchTips(setTip), []);
  return tip && createPortal(<TipBox tip={tip} />, document.body);
}

function TipBox({ tip }: { readonly tip: Tip }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) place(box.current, tip);
  }, [tip]);
  return (
    <div
      ref={box}
      role="tooltip"
      className="popup no-print pointer-events-none fixed top-0 left-0 z-70 max-w-72 rounded-control px-2 py-1 text-label"
    >
      {tip.text}
    </div>
  );
}

/** Beside its anchor; on the other side where there is no room, and never over the edge of the window. */
function place(box: HTMLElement, { anchor, side }: Tip): void {
  const { width, height } = box.getBoundingClientRect();
  const above = anchor.top - GAP_PX - height;
  const below = anchor.bottom + GAP_PX;
  const before = anchor.left - GAP_PX - width;
  const after = anchor.right + GAP_PX;
  const middleX = anchor.left + (anchor.width - width) / 2;
  const middleY = anchor.top + (anchor.height - height) / 2;
  const fits = {
    top: above >= EDGE_PX,
    bottom: below + height <= innerHeight - EDGE_PX,
    left: before >= EDGE_PX,
    right: after + width <= innerWidth - EDGE_PX,
  };
  const spots = {
    top: [middleX, above],
    bottom: [middleX, below],
    left: [before, middleY],
    right: [after, middleY],
  } as const;
  const [left, top] = spots[fits[side] ? side : OPPOSITE[side]];
  const inside = (at: number, room: number): number => Math.max(EDGE_PX, Math.min(at, room - EDGE_PX));
  box.style.translate = `${inside(left, innerWidth - width)}px ${inside(top, innerHeight - height)}px`;
}

const OPPOSITE: Readonly<Record<TooltipSide, TooltipSide>> = {
  top: "bottom",
  bottom: "top",
  left: "right",
  right: "left",
};
const SIDES = new Set<string>(Object.keys(OPPOSITE));

function isSide(side: string | undefined): side is TooltipSide {
  return side !== undefined && SIDES.has(side);
}

/** Shows after a moment under the pointer, at once for who comes by the Tab key; any press or scroll takes it away. */
function watchTips(show: (tip: Tip | undefined) => void): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: HTMLElement | undefined;
  let byTab = false;

  const hide = (): void => {
    clearTimeout(timer);
    current = undefined;
    show(undefined);
  };
  const point = (target: EventTarget | null, delayMs: number): void => {
    const found = target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;
    if (found === current) return;
    hide();
    if (!found) return;
    current = found;
    timer = setTimeout(() => {
      const { tip, tipSide } = found.dataset;
      if (tip === undefined || !found.isConnected) return;
      show({ text: tip, side: isSide(tipSide) ? tipSide : "top", anchor: found.getBoundingClientRect() });
    }, delayMs);
  };
  const options = { signal: stop.signal, capture: true, passive: true };

  document.addEventListener(
    "pointerover",
    (event) => event.pointerType === "mouse" && point(event.target, DELAY_MS),
    options,
  );
  document.addEventListener("focusin", (event) => byTab && point(event.target, 0), options);
  document.addEventListener("focusout", hide, options);
  document.addEventListener("pointerdown", hide, options);
  document.addEventListener("scroll", hide, options);
  document.addEventListener(
    "keydown",
    (event) => {
      byTab = event.key === "Tab";
      if (!byTab) hide();
    },
    options,
  );
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
