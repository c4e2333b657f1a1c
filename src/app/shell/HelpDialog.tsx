import { Dialog } from "#src/ui/Dialog.tsx";
import { Kbd } from "#src/ui/Kbd.tsx";
import type { Catalogue } from "#src/ui/language.tsx";
import { useStrings } from "#src/ui/language.tsx";

import { PALETTE_KEYS } from "./keyboard.ts";
import { SCREENS } from "./screens.ts";
import { strings as shellStrings } from "./strings.ts";

const en = {
  title: "Keyboard",
  palette: "Search or jump to",
  help: "This list",
  go: (screen: string) => `Go to ${screen}`,
  next: "then",
  close: "Close what is open",
};
const zh: typeof en = {
  title: "键盘快捷键",
  palette: "搜索或跳转",
  help: "显示此列表",
  go: (screen) => `前往${screen}`,
  next: "然后",
  close: "关闭当前弹层",
};
const strings: Catalogue<typeof en> = { en, zh };

export interface HelpDialogProps {
  readonly onClose: () => void;
}

export function HelpDialog({ onClose }: HelpDialogProps) {
  const words = useStrings(strings);
  const shell = useStrings(shellStrings);
  const chords = SCREENS.flatMap(({ id, chord }) =>
    chord === undefined ? [] : [{ name: words.go(shell.screens[id]), keys: ["G", chord.toUpperCase()] }],
  );
  const lines = [
    { name: words.palette, keys: [PALETTE_KEYS] },
    ...chords,
    { name: words.help, keys: ["?"] },
    { name: words.close, keys: ["Esc"] },
  ];
  return (
    <Dialog open onClose={onClose} title={words.title} widthPx={640}>
      <dl className="gap-x-8 sm:columns-2">
        {lines.map(({ name, keys }) => (
          <div
            key={name}
            className="flex break-inside-avoid items-center justify-between gap-4 border-b border-line py-2"
          >
            <dt>{name}</dt>
            <dd className="flex items-center gap-1 text-label text-ink-3">
              {keys.map((key, at) => (
                <span key={key} className="flex items-center gap-1">
                  {at > 0 && words.next}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
