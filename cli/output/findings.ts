import { typed } from "../application/typed";
import { LOCK, type Files } from "./files";

/** Where stacks lie in the output: `stacks/shop/cdk.tf.json`. */
const STACK = /^stacks\/[^/]+\/cdk\.tf\.json$/;

/** Files that a synth would not leave as they are, a line each. */
export function differences(committed: Files, current: Files): string[] {
  const changed = [...current].flatMap(([path, text]) => {
    if (!committed.has(path)) return [`${path} is missing`];
    return committed.get(path) === text
      ? []
      : [`${path} is not current: ${firstDifference(committed.get(path), text)}`];
  });
  return [...changed, ...former(committed, current).map((path) => `${path} belongs to no stack any more`)];
}

/** What was written for a stack that is gone. Lock files of stacks that are there stay. */
export function former(committed: Files, current: Files): string[] {
  return [...committed.keys()].filter((path) => !current.has(path) && !isLockIn(current, path));
}

/** Whether a path is the lock file of a stack that is there. */
export function isLockIn(current: Files, path: string): boolean {
  return path.endsWith(`/${LOCK}`) && current.has(path.replace(LOCK, "cdk.tf.json"));
}

/** Providers that a stack asks for and its lock file does not hold: HCP Terraform would choose versions of its own. */
export function unlocked(committed: Files, current: Files): string[] {
  return stacksOf(current).flatMap(([path, text]) => {
    const file = path.replace("cdk.tf.json", LOCK);
    const lock = committed.get(file);
    if (lock === undefined) return [`${file} is missing: run ${typed("output", "--lock")}`];
    return providersOf(text)
      .filter((source) => !lock.includes(`/${source}" {`))
      .map((source) => `${file} does not hold ${source}: run ${typed("output", "--lock")}`);
  });
}

/** Text that holds on one machine only. */
export function ownPaths(current: Files, machine: readonly string[]): string[] {
  const own = machine.filter((text) => text.length > 1);
  return [...current].flatMap(([path, text]) =>
    own
      .filter((place) => text.includes(place))
      .map((place) => `${path} holds a path of this machine: ${place}`),
  );
}

/** Stacks that read another's state in a file: no run of HCP Terraform has it. */
export function fileReads(current: Files): string[] {
  return stacksOf(current).flatMap(([path, text]) => {
    const { data } = JSON.parse(text) as {
      data?: { terraform_remote_state?: Record<string, { backend?: string }> };
    };
    return Object.entries(data?.terraform_remote_state ?? {})
      .filter(([, { backend }]) => backend === "local")
      .map(
        ([name]) => `${path} reads ${name} in a local file: say in settings or code where states are kept`,
      );
  });
}

/** What each stack asks to be told when Terraform runs: variables of its workspace. */
export function variablesOf(text: string): string[] {
  const { variable = {} } = JSON.parse(text) as { variable?: Record<string, { default?: unknown }> };
  return Object.entries(variable).map(([name, { default: usual }]) =>
    usual === undefined ? `${name} (has to be set)` : name,
  );
}

export function stacksOf(files: Files): [string, string][] {
  return [...files].filter(([path]) => STACK.test(path));
}

/** `hashicorp/aws` and its like. */
export function providersOf(text: string): string[] {
  const { terraform } = JSON.parse(text) as {
    terraform?: { required_providers?: Record<string, { source?: string }> };
  };
  return Object.values(terraform?.required_providers ?? {}).flatMap(({ source }) => source ?? []);
}

function firstDifference(before = "", after: string): string {
  const lines = before.split("\n");
  const position = after.split("\n").findIndex((line, index) => line !== lines[index]);
  return `from line ${position < 0 ? after.split("\n").length + 1 : position + 1}`;
}
