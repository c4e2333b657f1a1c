import { useLenderText } from "./reveal.tsx";

export interface LenderIdProps {
  readonly id: string;
}

export function LenderId({ id }: LenderIdProps) {
  const shown = useLenderText()(id);
  return <span className="font-medium">{shown}</span>;
}
