import { Lazy } from "cdktf";
import { leaveOutTokenTraces, TOKEN_TRACES } from "../../../modules/foundation/token-traces";

const trace = (): readonly string[] => Lazy.anyValue({ produce: () => 1 }).creationStack;

describe("the trace of a token", () => {
  it("is recorded where somebody hunts a token", () => {
    leaveOutTokenTraces({ [TOKEN_TRACES]: "1" });
    expect(trace()).not.toEqual([]);
  });

  it("is left out else", () => {
    leaveOutTokenTraces();
    expect(trace()).toEqual([]);
  });
});
