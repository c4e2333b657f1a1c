import type { AcquisitionDimension } from "#src/engine/protocol.ts";

import { monthOfName } from "./acquisitionView.ts";
import type { Spoken } from "./figures.ts";

/** The group as people read it: a name may be absent, months are shown as such. */
export function groupLabel(name: string | null, by: AcquisitionDimension, { words, format }: Spoken): string {
  if (name === null) return words.total;
  if (name === "") return words.noName[by];
  if (by === "month") {
    const month = monthOfName(name);
    return month === null ? name : format.month(month.from);
  }
  if (by === "kind" && (name === "online" || name === "offline")) return words.kinds[name];
  return name;
}
