/** One command of the executable. Each is loaded when it is wanted: the rehearsal brings clients of AWS along. */
export interface Subcommand {
  /** What it is for, in a line. */
  readonly summary: string;
  /** Resolves to the exit code; nothing if the process lives on. */
  run(args: readonly string[]): Promise<number | undefined>;
}

/** Earlier names of commands, which work until 1.0. */
export const renamed: ReadonlyMap<string, string> = new Map([["share", "terraform-modules"]]);

/** All that the executable can do: a new command is a row here. */
export const subcommands: Readonly<Record<string, Subcommand>> = {
  check: {
    summary: "Say what keeps traffic from getting through: your stacks, or any Terraform JSON",
    run: async (args) => (await import("../check/check")).checkCommand(args),
  },
  picture: {
    summary: "Draw who reaches whom, as SVG and Mermaid",
    run: async (args) => (await import("../picture/picture")).pictureCommand(args),
  },
  rehearse: {
    summary: "Apply, prove and destroy your stacks on an AWS emulated here (needs terraform, moto)",
    run: async (args) => (await import("../rehearse/command")).rehearseCommand(args, __filename),
  },
  "terraform-modules": {
    summary: "Write the constructs as Terraform modules, for teams that write HCL",
    run: async (args) => (await import("../terraform-modules/write-modules")).terraformModulesCommand(args),
  },
  pipeline: {
    summary: "What a pipeline runs: validate, plan as a comment, apply of what was approved, drift",
    run: async (args) => (await import("../pipeline/pipeline")).pipelineCommand(args),
  },
  output: {
    summary: "Write the JSON that HCP Terraform runs from a repository",
    run: async (args) => (await import("../output/output")).outputCommand(args),
  },
};
