import "@xyflow/react/dist/base.css";
import {
  Controls,
  type Edge,
  MarkerType,
  type Node,
  type NodeChange,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { useEffect, useMemo } from "react";
import classes from "./Graph.module.css";
import { type Box, END, picture, START } from "./layout";
import type { Task } from "./outline";
import { RoundNode, type TaskNode, TaskNodeView } from "./TaskNode";

type Props = {
  tasks: Task[];
  /** Pointers of tasks in which something is wrong. */
  wrong: Set<string>;
  /** The chosen task's pointer. */
  chosen: string | undefined;
  onChoose: (pointer: string) => void;
};

type Drawn = TaskNode | Node<Record<string, never>, "round">;

const KINDS = { task: TaskNodeView, round: RoundNode };
/** How far a way goes aside, and how much further the next one. */
const ASIDE = 40;
const MARGIN = 24;
/** No smaller, or its words can't be read. */
const READABLE = 0.6;
const WORDS = {
  "node.a11yDescription.default": "Enter or space chooses the task, in the text too.",
  "controls.zoomIn.ariaLabel": "Larger",
  "controls.zoomOut.ariaLabel": "Smaller",
  "controls.fitView.ariaLabel": "Show all of it",
};

/** What a workflow does, as a picture; it goes with the text. */
export function Graph(props: Props) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ tasks, wrong, chosen, onChoose }: Props) {
  const flow = useReactFlow();
  const { boxes, ways, width: wide } = useMemo(() => picture(tasks), [tasks]);
  const nodes = useMemo(() => boxes.map((box) => nodeOf(box, wrong, chosen)), [boxes, wrong, chosen]);
  const edges = useMemo(() => ways.map(edgeOf), [ways]);
  const shape = boxes.map(({ id, x, y }) => `${id} ${x} ${y}`).join("\n");
  const width = useStore((view) => view.width);
  const height = useStore((view) => view.height);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture of another shape is shown from its top
  useEffect(() => {
    const zoom = Math.max(READABLE, Math.min(1, (width - 2 * MARGIN) / wide));
    if (width > 0) void flow.setViewport({ x: (width - wide * zoom) / 2, y: MARGIN, zoom });
  }, [flow, shape, width]);

  useEffect(() => {
    const node = chosen === undefined ? undefined : flow.getInternalNode(chosen);
    if (!node || height === 0) return;
    const { x, y, zoom } = flow.getViewport();
    const at = node.internals.positionAbsolute;
    const [left, top] = [at.x * zoom + x, at.y * zoom + y];
    const seen = left >= 0 && top >= 0 && left < width - MARGIN && top < height - MARGIN;
    if (!seen) void flow.setCenter(at.x + (node.width ?? 0) / 2, at.y + (node.height ?? 0) / 2, { zoom });
  }, [flow, chosen, width, height]);

  const chose = (changes: NodeChange<Drawn>[]) => {
    for (const change of changes) if (change.type === "select" && change.selected) onChoose(change.id);
  };
  return (
    <div className={classes.graph}>
      <ReactFlow<Drawn, Edge>
        nodes={nodes}
        edges={edges}
        nodeTypes={KINDS}
        onNodesChange={chose}
        ariaLabelConfig={WORDS}
        aria-label="The workflow as a picture"
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        deleteKeyCode={null}
        multiSelectionKeyCode={null}
        selectionKeyCode={null}
        minZoom={0.1}
        maxZoom={1.5}
      >
        <Controls showInteractive={false} position="top-right" />
      </ReactFlow>
    </div>
  );
}

function nodeOf(
  { id, parent, x, y, width, height, task, labels }: Box,
  wrong: Set<string>,
  chosen: string | undefined,
): Drawn {
  const place = {
    id,
    position: { x, y },
    width,
    height,
    ...(parent !== undefined && { parentId: parent }),
    handles: handles(width, height),
  };
  if (!task) {
    const words = id === START ? "Start" : "End";
    return {
      ...place,
      type: "round",
      data: {},
      selectable: false,
      focusable: false,
      ariaRole: "img",
      ariaLabel: words,
    };
  }
  const what = [task.kind, task.about].filter(Boolean).join(" ");
  return {
    ...place,
    type: "task",
    data: { task, labels, wrong: wrong.has(id), nested: parent !== undefined },
    selected: id === chosen,
    ariaLabel: `${task.name}: ${what}${wrong.has(id) ? "; something is wrong in it" : ""}`,
  };
}

/** Where ways begin and end: known beforehand, so that nothing has to be measured. */
function handles(width: number, height: number): NonNullable<Node["handles"]> {
  const small = { width: 1, height: 1 };
  return [
    { id: "in", type: "target", position: Position.Top, x: width / 2, y: 0, ...small },
    { id: "out", type: "source", position: Position.Bottom, x: width / 2, y: height, ...small },
    { id: "in-aside", type: "target", position: Position.Right, x: width, y: Math.min(height, 58) / 2, ...small },
    { id: "out-aside", type: "source", position: Position.Right, x: width, y: Math.min(height, 58) / 2, ...small },
  ];
}

function edgeOf({ id, from, to, label, aside }: ReturnType<typeof picture>["ways"][number]): Edge {
  return {
    id,
    source: from,
    target: to,
    type: "smoothstep",
    sourceHandle: aside === undefined ? "out" : "out-aside",
    targetHandle: aside === undefined ? "in" : "in-aside",
    ...(label !== undefined && { label, labelBgPadding: [4, 2] as [number, number] }),
    ...(aside !== undefined && { pathOptions: { offset: ASIDE * aside, borderRadius: 10 } }),
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
    focusable: false,
    selectable: false,
    ...(to === END && from !== START && aside !== undefined && { className: classes.leaving ?? "" }),
  } as Edge;
}
