import type { ComponentType } from "react";

import type { DatasetName } from "#src/domain/datasets.ts";

import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";

const en = { title: "What would switch more on", file: "Import a file", setting: "Open Settings" };
const zh: typeof en = { title: "补充以下内容可查看更多", file: "导入文件", setting: "打开设置" };
const strings: Catalogue<typeof en> = { en, zh };

const LINK =
  "whitespace-nowrap font-strong text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink";

/** A dataset, or the setting of the net spread. */
type Missing = DatasetName | "spread";

/** What a link is given. */
interface LinkParts {
  readonly to: "/data" | "/settings";
  readonly className: string;
  readonly children: string;
}

export interface MissingNoteProps {
  readonly missing: readonly Missing[];
  /** What each would switch on; what has no sentence is not missed on this screen. */
  readonly sentences: Readonly<Partial<Record<Missing, string>>>;
  /** The router's: the kit knows none. */
  readonly Link: ComponentType<LinkParts>;
}

/** Which file or setting switches on what is not there: a line each. */
export function MissingNote({ missing, sentences, Link }: MissingNoteProps) {
  const words = useStrings(strings);
  const missed = missing.filter((name) => sentences[name] !== undefined);
  if (missed.length === 0) return null;
  return (
    <ul
      aria-label={words.title}
      className="flex flex-col gap-1 rounded-card border border-line bg-sunken px-4 py-2.5 text-ink-2"
    >
      {missed.map((name) => (
        <li key={name}>
          {sentences[name]}{" "}
          <Link to={name === "spread" ? "/settings" : "/data"} className={LINK}>
            {name === "spread" ? words.setting : words.file}
          </Link>
        </li>
      ))}
    </ul>
  );
}
