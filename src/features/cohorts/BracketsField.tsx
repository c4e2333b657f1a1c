import { useState } from "react";

import { Button } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { parseAges } from "./cohortView.ts";
import { strings } from "./strings.ts";

export interface BracketsFieldProps {
  readonly brackets: readonly number[];
}

/** First ages as a list to type; taken over by Enter or the button. */
export function BracketsField({ brackets }: BracketsFieldProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const [text, setText] = useState(brackets.join(", "));
  const ages = parseAges(text);
  return (
    <form
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (ages) setSearch({ brackets: ages.join(",") });
      }}
    >
      <TextField
        hideLabel
        label={words.brackets}
        value={text}
        placeholder="0, 1, 3, 6"
        onChange={setText}
        error={ages ? undefined : words.bracketsError}
      />
      <Button type="submit" disabled={!ages || ages.join(",") === brackets.join(",")}>
        {words.apply}
      </Button>
    </form>
  );
}
