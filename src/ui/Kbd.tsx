export interface KbdProps {
  readonly children: string;
}

export function Kbd({ children }: KbdProps) {
  return (
    <kbd className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-cell border border-line bg-surface px-1 font-sans text-micro text-ink-3">
      {children}
    </kbd>
  );
}
