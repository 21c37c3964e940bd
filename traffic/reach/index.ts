export { carries, type Passage, type Question } from "./carries";
export { type End } from "./parties";
