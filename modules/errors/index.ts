export { assertSound, check, judgeLast } from "./check";
export { codes, type Code } from "./codes";
export {
  describe,
  finding,
  inRange,
  matching,
  problemAt,
  unless,
  type Finding,
  type Problem,
} from "./finding";
export { withoutEchoes } from "./echoes";
export { FrontyardError } from "./frontyard-error";
export { refuse } from "./refuse";
