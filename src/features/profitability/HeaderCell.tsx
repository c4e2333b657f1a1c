import { ArrowDown, ArrowUp } from "lucide-react";

import { classes } from "#src/ui/classes.ts";

export interface HeaderCellProps {
  readonly text: string;
  readonly title?: string;
  readonly order: "none" | "ascending" | "descending";
  readonly onSort: () => void;
  readonly className: string;
  /** Of the names, which begin at the left; figures end at the right. */
  readonly isName?: boolean;
}

/** A header that sorts its table. */
export function HeaderCell({ text, title, order, onSort, className, isName = false }: HeaderCellProps) {
  const Mark = order === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" title={title} aria-sort={order} className={classes("align-bottom font-medium", className)}>
      <button
        type="button"
        onClick={onSort}
        className={classes(
          "inline-flex min-h-6 items-center gap-1 rounded-cell hover:text-ink coarse:min-h-9",
          isName ? "flex-row-reverse" : "w-max max-w-28 text-right whitespace-normal",
          order !== "none" && "text-ink",
        )}
      >
        <Mark size={12} aria-hidden className={classes("shrink-0", order === "none" && "invisible")} />
        {text}
      </button>
    </th>
  );
}
