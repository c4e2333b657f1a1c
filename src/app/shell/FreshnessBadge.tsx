import { Link } from "@tanstack/react-router";

import { civilDate } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { isLate } from "./freshness.ts";
import { strings } from "./strings.ts";

export interface FreshnessBadgeProps {
  readonly asOf: EpochDay;
}

export function FreshnessBadge({ asOf }: FreshnessBadgeProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status, today } = useEngine();
  // The sample ends where it ends; no export of it is missing.
  const late = status.origins.own > 0 && isLate(asOf, today);
  const sameYear = civilDate(asOf).year === civilDate(today).year;
  return (
    <Link
      to="/data"
      title={late ? words.late(format.days(today - asOf)) : words.fresh}
      className={classes(
        "inline-flex h-[30px] items-center gap-2 rounded-control px-2 font-medium whitespace-nowrap transition-colors hover:bg-hover",
        late ? "text-warn" : "text-ink-2",
      )}
    >
      <span
        className={classes("size-2 rounded-full ring-3", late ? "bg-warn ring-warn/20" : "bg-new ring-new/20")}
        aria-hidden
      />
      {words.through(format.day(asOf, sameYear ? "short" : "medium"))}
    </Link>
  );
}
