import { Link } from "@tanstack/react-router";

import { Badge } from "#src/ui/Badge.tsx";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Tooltip } from "#src/ui/Tooltip.tsx";
import { useEnginePhase } from "#src/view/engine.tsx";

import { NAV_GROUPS, screenOf, type ScreenEntry } from "./screens.ts";
import { strings } from "./strings.ts";

export interface NavLinksProps {
  /** Icons alone, with the name as a tooltip. */
  readonly rail?: boolean;
  readonly onFollow?: () => void;
}

export function NavLinks({ rail = false, onFollow }: NavLinksProps) {
  const words = useStrings(strings);
  return (
    <nav aria-label={words.navigation} className={classes("flex flex-col", rail ? "items-center gap-3" : "gap-4")}>
      {NAV_GROUPS.map(({ id, screens }) => (
        <div key={id} className={rail ? "border-t border-line pt-3 first:border-0 first:pt-0" : ""}>
          <p className={rail ? "sr-only" : "px-2 pb-1 text-label font-medium text-ink-3"}>{words.groups[id]}</p>
          <ul className="flex flex-col gap-0.5">
            {screens.map((screen) => (
              <li key={screen}>
                <NavLink screen={screenOf(screen)} rail={rail} onFollow={onFollow} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

interface NavLinkProps {
  readonly screen: ScreenEntry;
  readonly rail: boolean;
  readonly onFollow: (() => void) | undefined;
}

const LINK =
  "relative flex items-center rounded-control text-body font-medium text-ink-2 transition-colors hover:bg-hover hover:text-ink data-[status=active]:bg-hover data-[status=active]:font-label data-[status=active]:text-ink";

function NavLink({ screen, rail, onFollow }: NavLinkProps) {
  const words = useStrings(strings);
  const failing = useFailingChecks(screen);
  const name = words.screens[screen.id];
  const link = (
    <Link
      to={screen.path}
      activeOptions={{ exact: true, includeSearch: false }}
      onClick={onFollow}
      className={classes(LINK, rail ? "size-9 justify-center" : "h-[30px] gap-2.5 px-2 coarse:h-10")}
    >
      <screen.icon size={16} strokeWidth={1.75} aria-hidden />
      <span className={rail ? "sr-only" : "flex-1 truncate"}>{name}</span>
      {failing !== undefined && (
        <span className={rail ? "absolute -top-1 -right-1" : ""} title={failing.words}>
          <Badge tone="warn">
            <span aria-hidden>{failing.count}</span>
            <span className="sr-only">{failing.words}</span>
          </Badge>
        </span>
      )}
    </Link>
  );
  return rail ? (
    <Tooltip text={name} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

function useFailingChecks(screen: ScreenEntry): { readonly count: string; readonly words: string } | undefined {
  const words = useStrings(strings);
  const format = useFormat();
  const phase = useEnginePhase();
  if (screen.id !== "data" || phase.type !== "ready" || phase.status.checksFailing === 0) return undefined;
  const count = format.count(phase.status.checksFailing);
  return { count, words: words.failing(count) };
}
