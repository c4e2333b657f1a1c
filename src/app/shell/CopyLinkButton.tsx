import { Link2 } from "lucide-react";

import { copyText } from "#src/ui/csv.ts";
import { IconButton } from "#src/ui/IconButton.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";

import { strings } from "./strings.ts";

export function CopyLinkButton() {
  const words = useStrings(strings);
  const toast = useToast();
  const copy = async (): Promise<void> => {
    const copied = await copyText(location.href);
    if (copied) toast.show({ title: words.copied, detail: words.copiedDetail, tone: "good" });
    else toast.show({ title: words.copyFailed, detail: words.copyFailedDetail, tone: "bad" });
  };
  return (
    <IconButton
      label={words.copyLink}
      icon={<Link2 size={15} aria-hidden />}
      variant="secondary"
      onClick={() => void copy()}
    />
  );
}
