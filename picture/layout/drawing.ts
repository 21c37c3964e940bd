/** A picture as shapes with coordinates, in the order in which they are painted. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly shapes: readonly Shape[];
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Shape = Box | Words | Line | Mark;

/** What a box stands for; it decides on the colours. */
export type Role =
  | "paper"
  | "network"
  | "zone"
  | "public"
  | "private"
  | "unknown"
  | "node"
  | "door"
  | "stranger"
  | "empty"
  | "task";

export interface Box extends Area {
  readonly kind: "box";
  readonly role: Role;
  /** Frames hold nodes, nodes hold parts. Nodes never overlap each other, and parts don't. */
  readonly level: "frame" | "node" | "part";
  readonly radius: number;
  readonly title?: string;
}

export type Tone = "plain" | "muted" | "in" | "out" | "closed" | "unknown";

export interface Words {
  readonly kind: "words";
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly tone: Tone;
  /** The whole text, if only a part of it fits. */
  readonly title?: string;
  /** What it has to stay in. */
  readonly within: Area;
}

export interface Line {
  readonly kind: "line";
  readonly points: readonly Point[];
  readonly tone: "in" | "out" | "closed" | "unknown";
  readonly end: "arrow" | "none";
  readonly title?: string;
}

export interface Mark {
  readonly kind: "mark";
  readonly shape: "lock" | "task" | "default-task" | "unknown-task";
  readonly x: number;
  readonly y: number;
  readonly title?: string;
}

/** Height and width of every mark. */
export const MARK = 12;

export const right = ({ x, width }: Area): number => x + width;
export const bottom = ({ y, height }: Area): number => y + height;
export const middle = ({ y, height }: Area): number => y + height / 2;
export const centre = ({ x, width }: Area): number => x + width / 2;

export function inset({ x, y, width, height }: Area, by: number): Area {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}
