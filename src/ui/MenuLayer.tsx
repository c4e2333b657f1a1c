import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { Fragment } from "react";

import { classes } from "./classes.ts";
import { ITEM } from "./itemClass.ts";

import type { MenuItem, MenuProps } from "./Menu.tsx";

/** The menu of `Menu.tsx`, open as soon as it is there. */
export function MenuLayer({ label, items, trigger, align = "end" }: MenuProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup className="popup min-w-44 p-1" aria-label={label}>
            {items.map((item) => (
              <Fragment key={item.id}>
                {item.separatorBefore === true && <Base.Separator className="mx-1 my-1 h-px bg-line" />}
                <Entry item={item} />
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ item }: { readonly item: MenuItem }) {
  const className = classes(ITEM, item.danger === true && "text-bad");
  const inside = (
    <>
      {item.icon !== undefined && <span className="text-ink-3">{item.icon}</span>}
      <span className="flex-1">{item.label}</span>
    </>
  );
  if (item.checked === undefined) {
    return (
      <Base.Item className={className} disabled={item.disabled} onClick={item.onSelect}>
        {inside}
      </Base.Item>
    );
  }
  return (
    <Base.CheckboxItem
      className={className}
      disabled={item.disabled}
      checked={item.checked}
      onCheckedChange={item.onSelect}
      closeOnClick
    >
      {inside}
      <Base.CheckboxItemIndicator>
        <Check size={14} aria-hidden />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}
