import type { ReactElement, ReactNode } from "react";
import { lazy } from "react";

import { OnDemand } from "./OnDemand.tsx";

const loadLayer = async () => ({ default: (await import("./PopoverLayer.tsx")).PopoverLayer });
const PopoverLayer = lazy(loadLayer);

export interface PopoverProps {
  readonly label: string;
  /** A button; it must take a ref and props. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly side?: "top" | "bottom" | "left" | "right" | undefined;
  readonly align?: "start" | "center" | "end" | undefined;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  readonly padded?: boolean | undefined;
}

/** Its layer is loaded when the trigger is first reached. */
export function Popover(props: PopoverProps) {
  const { trigger, onOpenChange } = props;
  return (
    <OnDemand trigger={trigger} popup="dialog" load={loadLayer} onOpenChange={onOpenChange}>
      <PopoverLayer {...props} />
    </OnDemand>
  );
}
