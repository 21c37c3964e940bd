import { judge, landscape, readTerraform, standings } from "../../../traffic";
import type { Wiring } from "./roots";

/** What the judge says of a plan, in the terms of what is expected. */
export function saidOf(json: string): Omit<Wiring, "root"> {
  const terraform = readTerraform(json);
  const all = standings(landscape(terraform), terraform);
  return {
    told: judge(terraform).findings.map(({ code }) => code),
    reached: all
      .filter(({ kind }) => kind === "service")
      .sort((one, other) => (one.address < other.address ? -1 : 1))
      .map(({ reached }) => reached as boolean | "unknown"),
  };
}
