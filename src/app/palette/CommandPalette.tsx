import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Check, Search } from "lucide-react";

import { BACKDROP } from "#src/ui/Dialog.tsx";
import { Kbd } from "#src/ui/Kbd.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { ITEM } from "#src/ui/itemClass.ts";

import { strings } from "./strings.ts";
import { useCommands, type Command, type CommandGroup } from "./useCommands.ts";

export interface CommandPaletteProps {
  readonly onClose: () => void;
  readonly onImport: () => void;
}

export function CommandPalette({ onClose, onImport }: CommandPaletteProps) {
  const words = useStrings(strings);
  const groups = useCommands(onImport);
  const { contains } = Autocomplete.useFilter();
  // Every word asked for, in any order.
  const isAsked = (command: Command, query: string): boolean =>
    query
      .trim()
      .split(/\s+/)
      .every((word) => contains(command, word, wordsOf));
  const run = (command: Command): void => {
    onClose();
    command.run();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={BACKDROP} />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-hidden px-4 pt-[14dvh]">
          <Dialog.Popup
            aria-label={words.title}
            className="popup flex max-h-[min(440px,72dvh)] w-full max-w-[600px] flex-col overflow-hidden rounded-card"
          >
            <Autocomplete.Root
              items={groups}
              inline
              open
              autoHighlight="always"
              itemToStringValue={labelOf}
              filter={isAsked}
            >
              <div className="flex items-center gap-2.5 border-b border-line px-4">
                <Search size={16} className="text-ink-3" aria-hidden />
                <Autocomplete.Input
                  aria-label={words.title}
                  placeholder={words.placeholder}
                  className="h-12 min-w-0 flex-1 bg-transparent text-[14px] outline-none"
                />
                <Kbd>Esc</Kbd>
              </div>
              <Autocomplete.Empty className="px-4 py-6 text-center text-ink-3 empty:hidden">
                {words.nothing}
              </Autocomplete.Empty>
              <Autocomplete.List aria-label={words.title} className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-1.5">
                {(group: CommandGroup) => (
                  <Autocomplete.Group key={group.value} items={group.items} className="pb-1.5">
                    <Autocomplete.GroupLabel className="px-2 pt-1.5 pb-1 text-label font-medium text-ink-3">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(command: Command) => <CommandItem key={command.id} command={command} onRun={run} />}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function labelOf({ label }: Command): string {
  return label;
}

function wordsOf({ label, aliases = "" }: Command): string {
  return `${label} ${aliases}`;
}

interface CommandItemProps {
  readonly command: Command;
  readonly onRun: (command: Command) => void;
}

function CommandItem({ command, onRun }: CommandItemProps) {
  const words = useStrings(strings);
  return (
    <Autocomplete.Item value={command} onClick={() => onRun(command)} className={ITEM}>
      <command.icon size={15} className="text-ink-3" aria-hidden />
      <span className="flex-1 truncate">{command.label}</span>
      {command.on === true && (
        <>
          <Check size={14} aria-hidden />
          <span className="sr-only">{words.on}</span>
        </>
      )}
      {command.keys !== undefined && <Kbd>{command.keys}</Kbd>}
    </Autocomplete.Item>
  );
}
