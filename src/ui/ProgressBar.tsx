import { Progress } from "@base-ui/react/progress";

import { useFormat } from "./language.tsx";

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** 0 while nobody knows. */
  readonly total: number;
  /** Rows a second, time left. */
  readonly detail?: string | undefined;
}

export function ProgressBar({ label, done, total, detail }: ProgressBarProps) {
  const format = useFormat();
  const value = total > 0 ? Math.min(100, (done / total) * 100) : null;
  return (
    <Progress.Root
      value={value}
      className="flex w-full flex-col gap-1"
      aria-valuetext={value === null ? label : format.percent(value / 100, 0)}
    >
      <div className="flex justify-between gap-3 text-label">
        <Progress.Label className="min-w-0 truncate font-medium">{label}</Progress.Label>
        {value !== null && <span className="text-ink-2">{format.percent(value / 100, 0)}</span>}
      </div>
      <Progress.Track className="relative h-1.5 overflow-hidden rounded-full bg-sunken">
        <Progress.Indicator className="block h-full rounded-full bg-ink transition-[width] data-indeterminate:w-1/3 data-indeterminate:animate-[sweep_1.4s_ease-in-out_infinite]" />
      </Progress.Track>
      {detail !== undefined && <p className="text-label text-ink-3">{detail}</p>}
    </Progress.Root>
  );
}
