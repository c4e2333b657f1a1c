import { Link } from "@tanstack/react-router";

import { buttonClass } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { strings } from "./strings.ts";

export function NotFound() {
  const words = useStrings(strings);
  return (
    <PanelEmpty
      message={words.notFound}
      hint={words.notFoundDetail}
      heightPx={320}
      action={
        <Link to="/" className={buttonClass("secondary", "md")}>
          {words.toOverview}
        </Link>
      }
    />
  );
}
