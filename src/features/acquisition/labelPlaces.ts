/** A circle and the text beside it, px. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly widthPx: number;
}

export interface LabelPlace {
  /** The left end and the middle of its line. */
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE_PX = 14;
const GAP_PX = 4;

/**
 * A place for every text right, left, above or below its circle: the first that meets no text placed before it, no
 * circle, and not the edge of the plot. Null where there is none; the circle then tells its name when it is pointed at.
 *
 * @param reserved  what else stands in the plot
 */
export function labelPlaces(items: readonly Labelled[], plot: Box, reserved: readonly Box[]): (LabelPlace | null)[] {
  const circles = items.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const taken: Box[] = [...reserved];
  return items.map((item, at) => {
    const others = circles.filter((_, other) => other !== at);
    const free = candidates(item).find(
      (box) => isInside(box, plot) && ![...taken, ...others].some((one) => meet(one, box)),
    );
    if (free === undefined) return null;
    taken.push(free);
    return { x: free.left, y: (free.top + free.bottom) / 2 };
  });
}

function candidates({ x, y, radius, widthPx }: Labelled): readonly Box[] {
  const boxAt = (left: number, middle: number): Box => ({
    left,
    right: left + widthPx,
    top: middle - LINE_PX / 2,
    bottom: middle + LINE_PX / 2,
  });
  const off = radius + GAP_PX;
  return [
    boxAt(x + off, y),
    boxAt(x - off - widthPx, y),
    boxAt(x - widthPx / 2, y - off - LINE_PX / 2),
    boxAt(x - widthPx / 2, y + off + LINE_PX / 2),
  ];
}

function isInside(box: Box, plot: Box): boolean {
  return box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
