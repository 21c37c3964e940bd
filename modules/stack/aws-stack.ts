import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, type TerraformElement } from "cdktf";
import type { Construct } from "constructs";
import type { Waiver } from "../../traffic";
import { addCheck, type Fault, matching, problems, requireThat } from "../errors";
import { chosenState, guardSecrets, type State } from "../state";
import { addressFaults, stackFaults } from "../foundation/addresses";
import { literals } from "../foundation/literals";
import {
  movesIn,
  nameAfter,
  rename,
  renameFaults,
  stackName,
  type Move,
  type Renames,
} from "../foundation/renames";
import { declareProvider } from "../foundation/provider-range";
import { tagFaults } from "../foundation/tags";
import { judgeTraffic } from "./traffic";
import { leaveOutTokenTraces } from "../foundation/token-traces";
import { waive } from "../foundation/waivers";
import { expectCall, expectProps } from "../foundation/shapes";

/** The oldest Terraform that the rehearsal runs with. */
const TERRAFORM_RANGE = ">= 1.11.0";

const STACK_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

leaveOutTokenTraces();

export interface AwsStackProps {
  /** Region of every resource, such as `us-east-1`. */
  readonly region: string;

  /**
   * Where Terraform keeps its state, unless FRONTYARD_STATE or FRONTYARD_STATE_<STACK> says otherwise.
   * @default localState(): a file beside the output folder
   */
  readonly state?: State;

  /**
   * Tags of every resource that can carry tags; at most 49, as Name comes on top.
   * @default { Stack: id }, or what the stack is named after
   */
  readonly tags?: Readonly<Record<string, string>>;

  /**
   * Constructs whose id was changed after they had been deployed, by their paths below the stack, new to old:
   * `{ Api: "Backend" }`. Their state moves along, and their names in AWS stay what they were.
   * @default none
   */
  readonly renamed?: Renames;

  /**
   * Id of the stack in which the resources were deployed first, where it was another: of one that was split, or that has
   * another id now. Names in AWS, of which many can't be changed, keep it. 1 to 128 letters, digits, hyphens and
   * underscores, beginning with a letter or digit.
   * @default the id of this stack
   */
  readonly namedAfter?: string;
}

/**
 * A Terraform stack with one AWS provider, a state of its own, and checks that hold for all of it: nothing is written
 * while anything in the app is wrong.
 *
 * @example
 * const stack = new AwsStack(app, "shop", { region: "eu-west-1" });
 */
export class AwsStack extends TerraformStack {
  public readonly region: string;

  public constructor(scope: Construct, id: string, props: AwsStackProps) {
    super(scope, id);
    expectProps(this, "AwsStack", props);
    this.region = props.region;
    rename(this, props.renamed ?? {});
    if (props.namedAfter !== undefined) nameAfter(this, props.namedAfter);
    addCheck(this, () => this.faults(props));

    new AwsProvider(this, "aws", {
      region: props.region,
      defaultTags: [{ tags: { ...(props.tags ?? { Stack: stackName(this) }) } }],
    });
    chosenState(this, props.state).attachTo(this);
    guardSecrets(this);
    judgeTraffic(this);
    this.addOverride("terraform.required_version", TERRAFORM_RANGE);
    declareProvider(this);
  }

  /**
   * Lives with a breach of a traffic rule, for a reason that is written into the output and printed by every check.
   * `rule` is a code such as FY533, `address` a Terraform address or construct path, in which * stands for any text;
   * `got`, if there is one, what the fault has after its "got".
   */
  public waive(waiver: Waiver): void {
    expectCall(this, "AwsStack.waive", { waiver });
    waive(this, waiver);
  }

  /** State of renamed constructs moves from the addresses that they had. */
  public override toTerraform(): object {
    const written = super.toTerraform() as { moved?: Move[] };
    const moved = [...(written.moved ?? []), ...this.moves()];
    return moved.length > 0 ? { ...written, moved } : written;
  }

  private moves(): Move[] {
    return movesIn(this, (ids) => {
      const scopes = [this, ...ids.map((id) => ({ node: { id } }))];
      return this.allocateLogicalId({ scopes } as unknown as TerraformElement["node"]);
    });
  }

  private faults(props: AwsStackProps): Fault[] {
    const { region, tags } = literals(props);
    return [
      ...matching(problems.region, region, REGION),
      ...requireThat(
        STACK_ID.test(props.namedAfter ?? "is-own"),
        problems.namedAfter,
        JSON.stringify(props.namedAfter),
      ),
      ...tagFaults(tags ?? {}),
      ...stackFaults(this),
      ...addressFaults(this),
      ...renameFaults(this),
    ];
  }
}
