import { classes } from "#src/ui/classes.ts";
import { useStrings } from "#src/ui/language.tsx";

import { firstRunStrings } from "./firstRunStrings.ts";

/** The overview's tree without a figure in it: the four colours are learned before the first number. */
export function FormulaTree() {
  const { tree } = useStrings(firstRunStrings);
  return (
    <div role="img" aria-label={tree.label} className="grid grid-cols-[1fr_28px_1fr_24px_1fr] items-stretch text-label">
      <div className="flex items-center">
        <Node name={tree.outstanding} mark="bg-outstanding" large />
      </div>
      <Fork signs />
      <div className="grid grid-rows-2 items-center">
        <Node name={tree.volume} mark="bg-volume" />
        <Node name={tree.exits} mark="bg-exits" />
      </div>
      <div className="grid grid-rows-2">
        <Fork />
        <Fork />
      </div>
      <div className="grid grid-rows-4 gap-1.5">
        <Node name={tree.new} mark="bg-new" />
        <Node name={tree.returning} mark="bg-returning" />
        <Node name={tree.scheduled} mark="bg-exits" />
        <Node name={tree.early} mark="bg-exits-early" />
      </div>
    </div>
  );
}

function Node({
  name,
  mark,
  large = false,
}: {
  readonly name: string;
  readonly mark: string;
  readonly large?: boolean;
}) {
  return (
    <div
      className={classes(
        "flex w-full items-center gap-2 rounded-node border border-line bg-surface px-2.5 font-label",
        large ? "h-16 text-card" : "h-9",
      )}
    >
      <span className={classes("keeps-colour size-2 shrink-0 rounded-swatch", mark)} />
      <span className="truncate">{name}</span>
    </div>
  );
}

/** From the middle of the left to the quarters of the right. */
function Fork({ signs = false }: { readonly signs?: boolean }) {
  const sign =
    "absolute left-1/2 flex size-4 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full border border-line-strong bg-surface text-micro text-ink-2";
  return (
    <div className="relative">
      <span className="absolute top-1/2 left-0 h-px w-1/2 bg-line-strong" />
      <span className="absolute top-1/4 bottom-1/4 left-1/2 w-px bg-line-strong" />
      <span className="absolute top-1/4 left-1/2 h-px w-1/2 bg-line-strong" />
      <span className="absolute bottom-1/4 left-1/2 h-px w-1/2 bg-line-strong" />
      {signs && <span className={classes(sign, "top-1/4")}>+</span>}
      {signs && <span className={classes(sign, "top-3/4")}>−</span>}
    </div>
  );
}
