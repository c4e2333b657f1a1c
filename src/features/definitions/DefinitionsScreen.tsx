import { Search } from "lucide-react";
import { useState } from "react";

import { Button } from "#src/ui/Button.tsx";
import { plural, useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import { DefinitionEntry } from "./DefinitionEntry.tsx";
import { definitions } from "./definitions.ts";
import { glossarySections } from "./glossaryModel.ts";
import { strings } from "./strings.ts";

export function DefinitionsScreen() {
  const words = useStrings(strings);
  const format = useFormat();
  const [text, setText] = useState("");
  const sections = glossarySections(definitions, text);
  const count = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[208px_minmax(0,1fr)]">
      <aside className="flex flex-col gap-3 lg:sticky lg:top-20">
        <TextField
          label={words.search}
          hideLabel
          type="search"
          value={text}
          onChange={setText}
          placeholder={words.searchPlaceholder}
          icon={<Search size={14} aria-hidden />}
        />
        <p role="status" className="px-1 text-label text-ink-3">
          {plural(format.language, count, words.found).replace("#", format.count(count))}
        </p>
        <nav aria-label={words.sections} className="max-lg:hidden">
          <ul className="flex flex-col">
            {sections.map(({ group, entries }) => (
              <li key={group}>
                <a
                  href={`#${group}`}
                  className="flex min-h-7 items-center justify-between rounded-control px-2 text-ink-2 hover:bg-hover hover:text-ink"
                >
                  {words.groups[group]}
                  <span className="text-label text-ink-3">{entries.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
      <div className="flex min-w-0 flex-col gap-4">
        <p className="text-ink-2">{words.intro}</p>
        {sections.length === 0 && (
          <PanelEmpty
            title={words.title}
            message={words.none}
            hint={words.noneHint(text)}
            action={<Button onClick={() => setText("")}>{words.clear}</Button>}
          />
        )}
        {sections.map(({ group, entries }) => (
          <section
            key={group}
            id={group}
            aria-label={words.groups[group]}
            className="card scroll-mt-20 rounded-card border border-line bg-surface"
          >
            <h2 className="px-4 pt-3.5 pb-1 text-card font-strong">{words.groups[group]}</h2>
            <div className="divide-y divide-line">
              {entries.map((definition) => (
                <DefinitionEntry key={definition.id} definition={definition} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}
