import type { ComponentType } from "react";

import { Button, buttonClass } from "./Button.tsx";
import { useStrings, type Catalogue } from "./language.tsx";
import { PanelEmpty } from "./PanelEmpty.tsx";
import { useUnreadTexts, type Unread } from "./unreadLoans.ts";

const en = {
  noneFit: "No loan fits",
  noneFitHint: "No loan of these products was disbursed in this period.",
  showAll: "Show all loans",
  file: "Import a file",
};
const zh: typeof en = {
  noneFit: "没有符合条件的借款",
  noneFitHint: "所选产品在此时间段内没有放款。",
  showAll: "显示全部借款",
  file: "导入文件",
};
const strings: Catalogue<typeof en> = { en, zh };

/** What a link is given. */
interface LinkParts {
  readonly to: "/data";
  readonly className: string;
  readonly children: string;
}

interface Panel {
  readonly title: string;
  readonly heightPx: number;
}

export interface NoLoansProps extends Panel {
  /** Where there is no loans file. */
  readonly message: string;
  readonly hint: string;
  readonly told: Unread;
  /** The router's: the kit knows none. */
  readonly Link: ComponentType<LinkParts>;
}

/** In place of figures of loans where there is none: no file, or a file of which no loan could be read, with why (LF1). */
export function NoLoans({ title, heightPx, message, hint, told, Link }: NoLoansProps) {
  const words = useStrings(strings);
  const { none } = useUnreadTexts(told);
  const said = told.unread > 0 ? none : { message, hint };
  const action = (
    <Link to="/data" className={buttonClass("secondary", "md")}>
      {words.file}
    </Link>
  );
  return <PanelEmpty title={title} {...said} heightPx={heightPx} action={action} />;
}

export interface NoneFitProps extends Panel {
  readonly onShowAll: () => void;
}

/** In place of figures of loans where the choice leaves none. */
export function NoneFit({ title, heightPx, onShowAll }: NoneFitProps) {
  const words = useStrings(strings);
  return (
    <PanelEmpty
      title={title}
      message={words.noneFit}
      hint={words.noneFitHint}
      heightPx={heightPx}
      action={<Button onClick={onShowAll}>{words.showAll}</Button>}
    />
  );
}
