import { Token } from "cdktf";
import type { Construct } from "constructs";
import { AwsStack, type AwsStackProps, FrontyardError, problems, type Shapes } from "../modules";
import type { Settings } from "./settings";
import { problem, wrongProps } from "./wrong-settings";

/** Of load balancers and target groups, which have the shortest names of all that get the prefix. */
const LONGEST_NAME = 32;

/** Load balancers take no name that begins with internal-, security groups none with sg-. */
const PREFIX = /^(?!internal-|sg-)[A-Za-z0-9][A-Za-z0-9-]*$/i;

/** What a reference stack says of itself. */
export interface Reference {
  /** Exact names of its load balancer and target group. */
  readonly names: readonly string[];
  /** Props that it takes beside the settings. */
  readonly own: Shapes["types"][string];
}

interface Props extends Settings {
  readonly zones?: readonly string[];
}

/** A stack of a walkthrough: in a region, under names, and with settings that its user may choose. */
export class ReferenceStack extends AwsStack {
  private readonly prefix: string;

  protected constructor(scope: Construct, id: string, props: Props, reference: Reference) {
    super(scope, id, stackProps(id, props, reference));
    this.prefix = props.namePrefix ?? "";
  }

  /** An exact name of the walkthrough, or of a setting, as AWS gets it. */
  protected named(name: string): string {
    return `${this.prefix}${name}`;
  }

  /** Settings with the prefix before the names that they tell. */
  protected prefixed<T extends Settings>(settings: T): T {
    const parts = (["network", "cluster", "firewall"] as const).flatMap((part) => {
      const name = settings[part]?.name;
      return name === undefined ? [] : [[part, { ...settings[part], name: this.named(name) }] as const];
    });
    return { ...settings, ...Object.fromEntries(parts) };
  }

  protected zonesOf({ zones }: Props): readonly string[] {
    return zones ?? ["a", "b"].map((letter) => `${this.region}${letter}`);
  }
}

function stackProps(id: string, props: Props, reference: Reference): AwsStackProps {
  const wrong = [...wrongProps(id, props, reference.own), ...prefixProblems(id, props, reference)];
  if (wrong.length > 0) throw new FrontyardError(wrong);
  const { region = "us-east-1", namePrefix, state } = props;
  return {
    region,
    ...(namePrefix === undefined ? {} : { namedAfter: `${namePrefix}${id}` }),
    ...(state === undefined ? {} : { state }),
  };
}

function prefixProblems(id: string, props: Props, { names }: Reference) {
  const prefix: unknown = (props as Props | null)?.namePrefix;
  if (typeof prefix !== "string") return [];
  const room = LONGEST_NAME - Math.max(...names.map(({ length }) => length));
  const isFit = PREFIX.test(prefix) && prefix.length <= room && !Token.isUnresolved(prefix);
  if (isFit) return [];
  const { allowed, fix } = problems.namePrefix;
  const longest = [...names].sort((one, other) => other.length - one.length)[0];
  const told = `namePrefix ${allowed}, here at most ${room} characters, as ${longest} comes after it, got ${JSON.stringify(prefix)}: ${fix}`;
  return [problem(id, problems.namePrefix, told, "namePrefix")];
}
