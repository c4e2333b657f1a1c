import { Ellipsis } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { lazy } from "react";

import { IconButton } from "./IconButton.tsx";
import { OnDemand } from "./OnDemand.tsx";

const loadLayer = async () => ({ default: (await import("./MenuLayer.tsx")).MenuLayer });
const MenuLayer = lazy(loadLayer);

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
  /** Makes it a choice that is on or off. */
  readonly checked?: boolean | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly separatorBefore?: boolean | undefined;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Three dots when left out. */
  readonly trigger?: ReactElement | undefined;
  readonly align?: "start" | "end" | undefined;
}

/** Its layer is loaded when the trigger is first reached. */
export function Menu(props: MenuProps) {
  const { label, trigger = <IconButton label={label} icon={<Ellipsis size={16} aria-hidden />} /> } = props;
  return (
    <OnDemand trigger={trigger} popup="menu" load={loadLayer}>
      <MenuLayer {...props} trigger={trigger} />
    </OnDemand>
  );
}
