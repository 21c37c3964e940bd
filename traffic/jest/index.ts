import type { Question } from "../reach";
import { toCarry } from "./to-carry";

export { toCarry } from "./to-carry";
export { type Stack, type Subject } from "./landscape-of";

declare global {
  // Jest's own way to add matchers: https://jestjs.io/docs/expect#expectextendmatchers
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    interface Matchers<R> {
      /** Traffic gets from one party to the other, and an answer back. Fails, as `.not` does, where that is not known. */
      toCarry(question: Question): R;
    }
  }
}

expect.extend({ toCarry });
