import { type Help, readCommandLine, refused, type Refused } from "../../cli/command-line";

/** What the command line asks for. */
export type Request =
  | { readonly kind: "prove"; readonly standing: boolean; readonly keep: boolean }
  | { readonly kind: "write" }
  | Help
  | Refused;

export const declared = { options: { standing: "flag", keep: "flag", write: "flag" } } as const;

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
  return readCommandLine<Request>(args, declared, ({ has }) => {
    if (has("write") && args.length > 1) return refused("--write can't be combined: it only renames");
    if (has("write")) return { kind: "write" };
    return { kind: "prove", standing: has("standing"), keep: has("keep") };
  });
}
