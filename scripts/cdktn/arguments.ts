/** What the command line asks for. */
export type Request =
  | { readonly kind: "prove"; readonly standing: boolean; readonly keep: boolean }
  | { readonly kind: "write" | "help" }
  | { readonly kind: "refused"; readonly problem: string };

const FLAGS = ["--standing", "--keep", "--write"];

export const usage = [
  "npm run test:cdktn [-- --standing] [--keep] | -- --write",
  "",
  "Proves that this project runs on CDK Terrain by a change of package names alone: copies the sources to a temporary",
  "folder, changes the names there, installs CDK Terrain, checks types, runs the unit tests, and compares what both",
  "synthesize. Needs npm's registry the first time. docs/cdk-terrain.md says when and how to move.",
  "",
  "  --standing  also deploys voice-agent with what cdktf wrote, to the emulated AWS of `npm run rehearse`, and plans with",
  "              what cdktn wrote: the plan must be empty (needs terraform, moto)",
  "  --keep      leave the copy, and say where it is",
  "  --write     change the names in this very folder, and nothing else: the move itself",
].join("\n");

export function parseArguments(args: readonly string[]): Request {
  if (args.includes("--help") || args.includes("-h")) return { kind: "help" };
  const unknown = args.find((word) => !FLAGS.includes(word));
  if (unknown !== undefined) return { kind: "refused", problem: `unknown option ${unknown}; see --help` };
  const write = args.includes("--write");
  if (write && new Set(args).size > 1)
    return { kind: "refused", problem: "--write proves nothing, so it stands alone" };
  if (write) return { kind: "write" };
  return { kind: "prove", standing: args.includes("--standing"), keep: args.includes("--keep") };
}
