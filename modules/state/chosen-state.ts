import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { addCheck, fault, type Fault, problems } from "../errors";
import { STATE_CONTEXT } from "../foundation/contexts";
import { hcpState } from "./hcp-state";
import { localState } from "./local-state";
import { s3State } from "./s3-state";
import { isSecret, secret } from "./secrets";
import type { State } from "./state";
import { readAddress, type Address } from "./state-address";
import { expectArguments } from "../foundation/shapes";

const VARIABLE = "FRONTYARD_STATE";

const attended = new WeakSet<IConstruct>();

/**
 * Where the state of a stack is kept: what FRONTYARD_STATE_<STACK> says, else FRONTYARD_STATE, else the code, else a
 * local file.
 */
export function chosenState(stack: TerraformStack, inCode: State | undefined): State {
  const mode: unknown = stack.node.tryGetContext(STATE_CONTEXT);
  if (mode === "local") return localState();
  if (mode === "code") return inCode ?? localState();
  attendOnce(stack.node.root);
  const variable = [variableOf(stack.node.id), VARIABLE].find((name) => process.env[name]);
  if (variable === undefined) return inCode ?? localState();
  const address = readAddress(process.env[variable] ?? "", variable);
  if ("kind" in address) return stateAt(address);
  addCheck(stack, () => [address]);
  return localState();
}

/** The variable of one stack: `voice-agent` is asked for as FRONTYARD_STATE_VOICE_AGENT. */
export function variableOf(stack: string): string {
  return `${VARIABLE}_${stack.toUpperCase().replace(/[^A-Z0-9]/g, "_")}`;
}

/**
 * A state by its address, written as FRONTYARD_STATE has it: `s3://acme-terraform-state?region=eu-west-1`,
 * `hcp://app.terraform.io/acme/{stack}-prod`, `local`. For whoever keeps it in a file of settings.
 *
 * @example
 * new AwsStack(app, "shop", { region: "eu-west-1", state: stateFrom("hcp://app.terraform.io/acme") });
 */
export function stateFrom(address: string): State {
  return expectArguments("stateFrom", { address }, () => {
    const read = readAddress(address, "stateFrom");
    return "kind" in read ? stateAt(read) : unreadable(read);
  });
}

function unreadable(read: Fault): State {
  return {
    attachTo(stack: TerraformStack): void {
      addCheck(stack, () => [read]);
      localState().attachTo(stack);
    },
  };
}

function stateAt(address: Address): State {
  if (address.kind === "local") return localState(address.path);
  return address.kind === "s3" ? s3State(address.props) : hcpState(address.props);
}

/** Variables that name no stack are reported once an app. */
function attendOnce(root: IConstruct): void {
  if (attended.has(root)) return;
  attended.add(root);
  const [first] = root.node.children.filter((child) => TerraformStack.isStack(child));
  if (first !== undefined) addCheck(first, () => strayFaults(root));
}

function strayFaults(root: IConstruct): Fault[] {
  const stacks = root.node.findAll().filter((node) => TerraformStack.isStack(node));
  const known = new Set([VARIABLE, ...stacks.map(({ node }) => variableOf(node.id))]);
  return Object.entries(process.env)
    .filter(([name, value]) => name.startsWith(VARIABLE) && value && !known.has(name))
    .map(([name, value]) =>
      isSecret(name, value) ? secret(name) : fault(problems.stateVariableWithoutStack, name),
    );
}
