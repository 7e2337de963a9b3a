import { flat, type Lane, type Task } from "./outline";

/** A task's place in the picture, inside of the one it belongs to. */
export type Box = {
  id: string;
  parent: string | undefined;
  x: number;
  y: number;
  width: number;
  height: number;
  task: Task | undefined;
  labels: { text: string; x: number; y: number }[];
};

/** A way from one task to another. */
export type Way = { id: string; from: string; to: string; label: string | undefined; aside: number | undefined };

export type Picture = { boxes: Box[]; ways: Way[] };

export const START = "start";
export const END = "end";
const WIDTH = 220;
const HEIGHT = 58;
const HEAD = 58;
const PADDING = 16;
const BETWEEN = 44;
const LANES = 24;
const LABEL = 22;
const ROUND = 32;
/** Room for ways that go past other tasks. */
const ASIDE = 44;

type Size = { width: number; height: number };

/** Where everything stands; lists run downwards, and what happens side by side stands so. */
export function picture(tasks: Task[]): Picture & { width: number } {
  const inner = measure(tasks, true);
  const { boxes, ways } = place(tasks, undefined, 0, ROUND + BETWEEN);
  const round = { parent: undefined, x: (inner.width - ROUND) / 2, width: ROUND, height: ROUND, task: undefined };
  const bottom = ROUND + BETWEEN + inner.height + (tasks.length > 0 ? BETWEEN : 0);
  return {
    width: inner.width,
    boxes: [{ ...round, id: START, y: 0, labels: [] }, ...boxes, { ...round, id: END, y: bottom, labels: [] }],
    ways: [{ id: START, from: START, to: tasks[0]?.pointer ?? END, label: undefined, aside: undefined }, ...ways],
  };
}

function inside(task: Task): Lane[] {
  return task.lanes.filter(({ tasks }) => tasks.length > 0);
}

function sizeOf(task: Task): Size {
  const lanes = inside(task);
  if (lanes.length === 0) return { width: WIDTH, height: HEIGHT };
  const sizes = lanes.map(({ tasks }) => measure(tasks));
  const labelled = lanes.some(({ label }) => label !== "");
  return {
    width: Math.max(WIDTH, sizes.reduce((sum, { width }) => sum + width, 0) + LANES * (lanes.length - 1) + 2 * PADDING),
    height: HEAD + (labelled ? LABEL : 0) + Math.max(...sizes.map(({ height }) => height)) + PADDING,
  };
}

/** How much room a list takes, with that for the ways beside it. */
function measure(tasks: Task[], outermost = false): Size {
  const sizes = tasks.map(sizeOf);
  const aside = waysOf(tasks, outermost).reduce((most, way) => Math.max(most, way.aside ?? 0), 0);
  return {
    width: Math.max(WIDTH, ...sizes.map(({ width }) => width)) + 2 * ASIDE * aside,
    height: sizes.reduce((sum, { height }) => sum + height, 0) + BETWEEN * Math.max(0, tasks.length - 1),
  };
}

function place(tasks: Task[], parent: string | undefined, left: number, top: number): Picture {
  const { width } = measure(tasks, parent === undefined);
  const boxes: Box[] = [];
  const ways = waysOf(tasks, parent === undefined);
  let y = top;
  for (const task of tasks) {
    const size = sizeOf(task);
    const inner = placeLanes(task, size.width);
    boxes.push(
      { id: task.pointer, parent, x: left + (width - size.width) / 2, y, ...size, task, labels: inner.labels },
      ...inner.boxes,
    );
    ways.push(...inner.ways);
    y += size.height + BETWEEN;
  }
  return { boxes, ways };
}

function placeLanes(task: Task, width: number): Picture & Pick<Box, "labels"> {
  const lanes = inside(task);
  const widths = lanes.map(({ tasks }) => measure(tasks).width);
  const labelled = lanes.some(({ label }) => label !== "");
  const whole = widths.reduce((sum, one) => sum + one, 0) + LANES * (lanes.length - 1);
  const all: Picture & Pick<Box, "labels"> = { boxes: [], ways: [], labels: [] };
  let x = (width - whole) / 2;
  lanes.forEach((lane, at) => {
    if (lane.label) all.labels.push({ text: lane.label, x, y: HEAD });
    const inner = place(lane.tasks, task.pointer, x, HEAD + (labelled ? LABEL : 0));
    all.boxes.push(...inner.boxes);
    all.ways.push(...inner.ways);
    x += (widths[at] ?? 0) + LANES;
  });
  return all;
}

/** Where a task goes on, in its own list: names of tasks, or what the DSL calls continue, exit, end. */
function goals(task: Task): { goal: string; label: string | undefined }[] {
  const own = { goal: task.goal ?? "continue", label: undefined };
  if (task.kind !== "switch") return [own];
  const cases = task.cases.map(({ name, goal }) => ({ goal, label: name }));
  const complete = task.cases.some(({ when }) => when === undefined);
  return complete || cases.length === 0 ? [...cases, ...(cases.length === 0 ? [own] : [])] : [...cases, own];
}

/** Ways to the next task go straight; others go aside, each further out. Only the outermost list leads to the end. */
function waysOf(tasks: Task[], outermost: boolean): Way[] {
  let aside = 0;
  return tasks.flatMap((task, at) =>
    goals(task).flatMap(({ goal, label }, which): Way[] => {
      const next = goal === "continue" || tasks[at + 1]?.name === goal;
      const ends = goal === "end" || goal === "exit" || (goal === "continue" && at === tasks.length - 1);
      const target = next ? tasks[at + 1] : tasks.find(({ name }) => name === goal);
      const to = target?.pointer ?? (ends && outermost ? END : undefined);
      if (to === undefined) return [];
      const straight = next || (ends && at === tasks.length - 1);
      return [{ id: `${task.pointer}>${which}`, from: task.pointer, to, label, aside: straight ? undefined : ++aside }];
    }),
  );
}

/** Where a task goes that no way leads to, since only the outermost list is drawn with its end. */
export function leaves({ goal, cases }: Task, outermost: boolean): string[] {
  if (outermost) return [];
  const ends = (one: string | undefined) => one === "end" || one === "exit";
  return [
    ...cases.filter((one) => ends(one.goal)).map(({ name, goal: where }) => `${name}: ${where}`),
    ...(ends(goal) ? [`then ${goal}`] : []),
  ];
}

/** Pointers of the tasks in which something is wrong. */
export function wrongIn(tasks: Task[], pointers: string[]): Set<string> {
  return new Set(
    flat(tasks)
      .filter((one) => pointers.some((pointer) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`)))
      .map(({ pointer }) => pointer),
  );
}
