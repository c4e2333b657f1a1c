import { Eye, EyeOff } from "lucide-react";

import { Button } from "./Button.tsx";
import { useStrings, type Catalogue } from "./language.tsx";
import { useReveal } from "./reveal.tsx";

const en = {
  lenders: { reveal: "Show lender ids", hide: "Mask lender ids" },
  borrowers: { reveal: "Show borrower ids", hide: "Mask borrower ids" },
  one: { reveal: "Show id", hide: "Mask id" },
};
const zh: typeof en = {
  lenders: { reveal: "显示出借人编号", hide: "隐藏出借人编号" },
  borrowers: { reveal: "显示借款人编号", hide: "隐藏借款人编号" },
  one: { reveal: "显示编号", hide: "隐藏编号" },
};
const strings: Catalogue<typeof en> = { en, zh };

/** Shows ids in full, or masks them again, wherever this session shows any. */
export function RevealButton({ of }: { readonly of: keyof typeof en }) {
  const words = useStrings(strings)[of];
  const { revealed, setRevealed } = useReveal();
  return (
    <Button
      onClick={() => setRevealed(!revealed)}
      pressed={revealed}
      icon={revealed ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
    >
      {revealed ? words.hide : words.reveal}
    </Button>
  );
}
