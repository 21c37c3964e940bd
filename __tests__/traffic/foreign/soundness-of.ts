import { judge, landscape, readTerraform, standings } from "../../../traffic";

/** What is said of a plan or a state: errors and warnings, and whether the internet reaches each service. */
export function soundnessOf(json: string): { told: string[]; reached: unknown[] } {
  const terraform = readTerraform(json);
  const all = standings(landscape(terraform), terraform);
  return {
    told: judge(terraform)
      .findings.filter(({ severity }) => severity !== "note")
      .map(({ code, address, got }) => `${code} ${address}: ${got}`),
    reached: all
      .filter(({ kind }) => kind === "service")
      .sort((one, other) => (one.address < other.address ? -1 : 1))
      .map(({ reached }) => reached),
  };
}
