export { expectArguments, expectCall, expectProps } from "./expect-call";
export type { Shapes } from "./shape";
export { wrongIn, type Wrong } from "./wrong-in";
export { guess, nearest } from "./nearest";
