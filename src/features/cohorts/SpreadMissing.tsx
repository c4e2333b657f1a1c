import { Link } from "@tanstack/react-router";

import { buttonClass } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { CURVES_PX } from "./groupPanel.ts";
import { strings } from "./strings.ts";

/** Stands for every figure of margin while the net spread is not entered. */
export function SpreadMissing({ title }: { readonly title: string }) {
  const words = useStrings(strings);
  return (
    <PanelEmpty
      title={title}
      message={words.spreadTitle}
      hint={words.spreadHint}
      heightPx={CURVES_PX}
      action={
        <Link to="/settings" className={buttonClass("primary", "md")}>
          {words.spreadAction}
        </Link>
      }
    />
  );
}
