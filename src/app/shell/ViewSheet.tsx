import type { ReactNode } from "react";

import { Button } from "#src/ui/Button.tsx";
import { Drawer } from "#src/ui/Drawer.tsx";
import { useStrings } from "#src/ui/language.tsx";
import type { View } from "#src/view/view.ts";

import { strings } from "./strings.ts";
import { ComparisonControl, FilterControls, GrainControl, PresetControl, RangeControl } from "./ViewControls.tsx";

export interface ViewSheetProps {
  readonly view: View;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Whether the screen's figures follow the period at all. */
  readonly periods: boolean;
  readonly grain: boolean;
  /** Whether lenders can be filtered, and compared with earlier ones. */
  readonly filters: boolean;
}

/** What the bar has no room for: on a phone all of it, in a sheet from below. */
export function ViewSheet({ view, open, onClose, periods, grain, filters }: ViewSheetProps) {
  const words = useStrings(strings);
  const done = (
    <Button variant="primary" size="sm" onClick={onClose}>
      {words.done}
    </Button>
  );
  return (
    <Drawer open={open} onClose={onClose} title={words.view} actions={done} widthPx={380}>
      <div className="flex flex-col gap-5">
        {periods && (
          <>
            <Group name={words.period}>
              <div className="-mx-5 max-w-[100vw] overflow-x-auto px-5">
                <PresetControl view={view} />
              </div>
              <RangeControl view={view} />
            </Group>
            {filters && (
              <Group name={words.comparison.label}>
                <ComparisonControl view={view} />
              </Group>
            )}
            {grain && (
              <Group name={words.grain.label}>
                <GrainControl grain={view.grain} />
              </Group>
            )}
          </>
        )}
        {filters && (
          <Group name={words.filters}>
            <FilterControls view={view} />
          </Group>
        )}
      </div>
    </Drawer>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col items-start gap-2">
      <h3 className="text-label font-medium text-ink-3">{name}</h3>
      {children}
    </section>
  );
}
