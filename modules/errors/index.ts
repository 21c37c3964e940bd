export { addCheck, assertSound, judgeLast } from "./check";
export { codes, limits, problems, type Code, type Limit, type ProblemKind } from "./problems";
export {
  describe,
  fault,
  inRange,
  matching,
  problemAt,
  requireThat,
  type Fault,
  type Problem,
} from "./fault";
export { withoutEchoes } from "./echoes";
export { FrontyardError } from "./frontyard-error";
export { refuse } from "./refuse";
