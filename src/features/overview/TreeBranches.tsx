import { classes } from "#src/ui/classes.ts";
import { useStrings } from "#src/ui/language.tsx";

import { figureName } from "./definitions.ts";
import { strings } from "./strings.ts";
import { TreeNode, type TreeNodeProps } from "./TreeNode.tsx";
import type { TreeNodeModel } from "./treeModel.ts";

/** Lines are drawn beside the nodes from 1024 px on; below, parts stand indented under what they make up. */
const TRUNK =
  "lg:relative lg:before:absolute lg:before:top-1/2 lg:before:left-0 lg:before:h-px lg:before:w-[18px] lg:before:bg-line-strong";
const TWIG =
  "relative lg:pl-9 lg:before:absolute lg:before:left-[18px] lg:before:w-px lg:before:bg-line-strong lg:after:absolute lg:after:top-1/2 lg:after:left-[18px] lg:after:h-px lg:after:w-[18px] lg:after:bg-line-strong";

function spine(first: boolean, last: boolean): string {
  return classes(first ? "lg:before:top-1/2" : "lg:before:top-0", last ? "lg:before:bottom-1/2" : "lg:before:bottom-0");
}

type Shared = Omit<TreeNodeProps, "node" | "scale" | "whole">;

export interface TreeBranchesProps extends Shared {
  readonly branches: readonly TreeNodeModel[];
  readonly scale: TreeNodeProps["scale"];
  readonly partScale: TreeNodeProps["scale"];
}

export function TreeBranches({ branches, scale, partScale, ...shared }: TreeBranchesProps) {
  return (
    <ul className={classes("grid flex-1 gap-2.5 md:grid-cols-2 lg:flex lg:flex-col lg:justify-center lg:gap-0", TRUNK)}>
      {branches.map((node, index) => (
        <li
          key={node.id}
          className={classes(
            "min-w-0 lg:flex lg:items-center lg:py-1",
            TWIG,
            spine(index === 0, index === branches.length - 1),
            node.operator === null && "md:max-lg:col-span-2",
          )}
        >
          <div className="flex min-w-0 items-center gap-2 lg:w-[46%]">
            <Operator operator={node.operator} />
            <TreeNode node={node} scale={scale} {...shared} />
          </div>
          {node.parts.length > 0 && <Parts node={node} scale={partScale} {...shared} />}
        </li>
      ))}
    </ul>
  );
}

function Parts({
  node,
  scale,
  ...shared
}: Shared & { readonly node: TreeNodeModel; readonly scale: TreeNodeProps["scale"] }) {
  const words = useStrings(strings);
  const whole = figureName(node.id, words);
  return (
    <ul
      aria-label={whole}
      className={classes(
        "mt-2 ml-3 flex flex-col gap-2 border-l border-line pl-3 lg:m-0 lg:flex-1 lg:gap-0 lg:border-0 lg:pl-0",
        TRUNK,
      )}
    >
      {node.parts.map((part, index) => (
        <li
          key={part.id}
          className={classes(
            "flex min-w-0 items-center lg:py-1",
            TWIG,
            spine(index === 0, index === node.parts.length - 1),
          )}
        >
          {index > 0 && <Operator operator="+" between />}
          <TreeNode node={part} scale={scale} whole={whole} {...shared} />
        </li>
      ))}
    </ul>
  );
}

interface OperatorProps {
  readonly operator: TreeNodeModel["operator"];
  /** On the spine between two parts, not on the way to one. */
  readonly between?: boolean | undefined;
}

function Operator({ operator, between = false }: OperatorProps) {
  const words = useStrings(strings);
  if (operator === null) return null;
  return (
    <span
      className={classes(
        "flex size-[18px] shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface text-label leading-none font-medium text-ink-2 lg:absolute lg:left-[9px] lg:z-1",
        between ? "absolute -top-[13px] -left-[22px] lg:-top-[9px]" : "lg:top-1/2 lg:-translate-y-1/2",
      )}
    >
      <span aria-hidden>{operator}</span>
      <span className="sr-only">{words.operators[operator]}</span>
    </span>
  );
}
