export { definitions } from "./definitions";
export { filesOf, MADE_BY } from "./files";
