import { CALLS } from "./calls";
import { DOOR } from "./door";
import { LISTENERS } from "./listeners";
import { OPENINGS } from "./openings";
import { SERVICES } from "./services";
import { TARGETS } from "./targets";
import { NETWORK } from "./network";
import { TASKS } from "./tasks";
import type { Break } from "./break";

export { ALIKE } from "./openings";

export const BREAKS: readonly Break[] = [
  ...DOOR,
  ...TARGETS,
  ...NETWORK,
  ...TASKS,
  ...LISTENERS,
  ...SERVICES,
  ...OPENINGS,
  ...CALLS,
];
