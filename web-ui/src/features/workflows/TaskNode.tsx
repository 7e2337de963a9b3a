import {
  IconArrowsSplit2,
  IconBell,
  IconBolt,
  IconBraces,
  IconBroadcast,
  IconClock,
  IconExclamationCircle,
  IconListNumbers,
  IconPlugConnected,
  IconQuestionMark,
  IconRepeat,
  IconShieldHalf,
  IconSubtask,
  IconSwitch2,
  type TablerIcon,
} from "@tabler/icons-react";
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import type { CSSProperties } from "react";
import classes from "./Graph.module.css";
import { leaves } from "./layout";
import type { Kind, Task } from "./outline";

export type TaskNode = Node<
  { task: Task; labels: { text: string; x: number; y: number }[]; wrong: boolean; nested: boolean },
  "task"
>;

const ICONS: Record<Kind, TablerIcon> = {
  call: IconPlugConnected,
  do: IconListNumbers,
  emit: IconBroadcast,
  for: IconRepeat,
  fork: IconArrowsSplit2,
  listen: IconBell,
  raise: IconBolt,
  run: IconSubtask,
  set: IconBraces,
  switch: IconSwitch2,
  try: IconShieldHalf,
  wait: IconClock,
  unknown: IconQuestionMark,
};

/** A task, with room for those inside of it. */
export function TaskNodeView({ data: { task, labels, wrong, nested }, selected }: NodeProps<TaskNode>) {
  const Icon = ICONS[task.kind];
  const under = [task.about, ...task.marks, ...leaves(task, !nested)].filter(Boolean).join(" · ");
  return (
    <div className={classes.task} data-chosen={selected || undefined} data-wrong={wrong || undefined}>
      <Ends />
      <div className={classes.head}>
        <Icon size={18} aria-hidden className={classes.icon ?? ""} />
        <div className={classes.words}>
          <div className={classes.name}>{task.name}</div>
          <div className={classes.about}>{under || task.kind}</div>
        </div>
        {wrong && <IconExclamationCircle size={18} aria-hidden className={classes.alarm ?? ""} />}
      </div>
      {labels.map(({ text, x, y }) => (
        <span key={text} className={classes.label} style={{ left: x, top: y } as CSSProperties}>
          {text}
        </span>
      ))}
    </div>
  );
}

/** Where a workflow begins or ends. */
export function RoundNode() {
  return (
    <div className={classes.round}>
      <Ends />
    </div>
  );
}

function Ends() {
  return (
    <>
      <Handle id="in" type="target" position={Position.Top} isConnectable={false} />
      <Handle id="in-aside" type="target" position={Position.Right} isConnectable={false} />
      <Handle id="out" type="source" position={Position.Bottom} isConnectable={false} />
      <Handle id="out-aside" type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}
