import { Popover as Base } from "@base-ui/react/popover";
import { classes } from "./classes.ts";

import type { PopoverProps } from "./Popover.tsx";

/** The layer of `Popover.tsx`, open as soon as it is there. */
export function PopoverLayer(props: PopoverProps) {
  const { label, trigger, children, side = "bottom", align = "start", open, onOpenChange, padded = true } = props;
  return (
    <Base.Root defaultOpen open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={label}
            className={classes(
              "popup max-h-(--available-height) max-w-(--available-width) overflow-auto",
              padded && "p-3",
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
