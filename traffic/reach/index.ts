export { carries, type Passage, type Question } from "./carries";
export { type End } from "./parties";
export { standings, type Standing } from "./standings";
export { mayHaveUnseenDoor } from "./unseen-doors";
