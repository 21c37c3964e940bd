export { expectArguments, expectCall, expectProps } from "./expect-call";
export { guess, nearest } from "./nearest";
