import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { addCheck, fault, type Fault, problems, requireThat } from "../errors";
import type { Statement } from "../fargate";
import { accountOf, boundedName, expectProps, literal, literals, stackName } from "../foundation";
import { REGION } from "../state/s3-settings";
import { readAddress, type Address } from "../state/state-address";
import { applyPolicy, applyStatements, planPolicy, planStatements, type Deployed } from "./permissions";
import {
  AUDIENCE,
  providerFaults,
  trustFaults,
  trustPolicy,
  type PipelineTrust,
  type Subjects,
} from "./trust";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_NAME = 64;

/** Inline policies of a role, without spaces: the same page. */
const MOST_POLICY_CHARACTERS = 10_240;

const STACK_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/.+$/;

export interface PipelineRolesProps {
  /** The pipeline that may take these roles: `githubActions({ repository })` or `gitlabCi({ project })`. */
  readonly trusts: PipelineTrust;

  /** Ids of the stacks that it deploys: their states, and roles and buckets whose names begin so. Never this very stack. */
  readonly stacks: readonly string[];

  /** Where their states are, as FRONTYARD_STATE says it: `s3://acme-terraform-state?region=eu-west-1`. */
  readonly stateAddress: string;

  /**
   * Regions in which it may change anything.
   * @default the region of this stack
   */
  readonly regions?: readonly string[];

  /**
   * ARN of the identity provider, in an account that has it already: an account holds one for each issuer. Its audiences
   * have to include `sts.amazonaws.com`.
   * @default one is made, which is free
   */
  readonly existingProviderArn?: string;

  /**
   * What both roles may look at besides, for stacks with more than these constructs in them.
   * @default nothing
   */
  readonly mayRead?: readonly Statement[];

  /**
   * What the role that applies may do besides.
   * @default nothing
   */
  readonly mayChange?: readonly Statement[];
}

/**
 * Two roles for a pipeline without stored keys: one that plans and can write nothing, one that applies. AWS hands them for
 * an hour to jobs whose token says that they belong to this repository. Free.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 *
 * @example
 * const trusts = githubActions({ repository: "acme@1234/shop@5678" });
 * const stateAddress = "s3://acme-terraform-state?region=eu-west-1";
 * new PipelineRoles(stack, "Pipeline", { trusts, stacks: ["shop"], stateAddress });
 */
export class PipelineRoles extends Construct {
  public readonly planRoleArn: string;
  public readonly applyRoleArn: string;
  public readonly providerArn: string;

  private characters = 0;

  public constructor(scope: Construct, id: string, props: PipelineRolesProps) {
    super(scope, id);
    expectProps(this, "PipelineRoles", props);
    const address = readAddress(String(props.stateAddress), "stateAddress");
    addCheck(this, () => this.faults(props, address));

    const { trusts, mayRead = [], mayChange = [] } = props;
    const deployed = this.deployed(props, address);
    this.providerArn = props.existingProviderArn ?? this.createProvider(trusts.issuer);
    const plan = this.createRole("Plan", "looks at what stands", trusts, trusts.mayPlan);
    const apply = this.createRole("Apply", "deploys", trusts, trusts.mayApply);
    this.planRoleArn = plan.arn;
    this.applyRoleArn = apply.arn;

    this.allow("Look", plan, planPolicy([...planStatements(deployed), ...mayRead]));
    const statements = [...applyStatements(deployed), ...mayRead, ...mayChange];
    const guarded = { roleArns: this.ownRoleArns(deployed), providerArn: this.providerArn };
    this.allow("Deploy", apply, applyPolicy(statements, deployed, guarded));
  }

  private deployed(props: PipelineRolesProps, address: Address | Fault): Deployed {
    const { accountId, partition, region } = accountOf(this);
    const state = "kind" in address && address.kind === "s3" ? address.props : { bucket: "none" };
    const regions = props.regions ?? (region === undefined ? [] : [region]);
    return { stacks: props.stacks, state, regions, accountId, partition };
  }

  /** AWS knows the issuers' certificates by itself: no thumbprint. */
  private createProvider(issuer: string): string {
    return new IamOpenidConnectProvider(this, "Provider", {
      url: `https://${issuer}`,
      clientIdList: [AUDIENCE],
    }).arn;
  }

  private createRole(id: string, purpose: string, { issuer }: PipelineTrust, subjects: Subjects): IamRole {
    return new IamRole(this, id, {
      name: this.nameOf(id),
      description: `A pipeline ${purpose}`,
      assumeRolePolicy: trustPolicy(this.providerArn, issuer, subjects),
    });
  }

  private allow(id: string, role: IamRole, policy: string): void {
    this.characters = Math.max(this.characters, policy.length);
    new IamRolePolicy(this, id, { name: id, role: role.id, policy });
  }

  private ownRoleArns({ accountId, partition }: Deployed): string[] {
    return ["Plan", "Apply"].map((id) => `arn:${partition}:iam::${accountId}:role/${this.nameOf(id)}`);
  }

  private nameOf(id: string): string {
    return boundedName([stackName(this), this.node.id, id], LONGEST_NAME);
  }

  private faults(props: PipelineRolesProps, address: Address | Fault): Fault[] {
    const { trusts, existingProviderArn } = literals(props);
    const { stacks, regions } = props;
    const own = TerraformStack.of(this).node.id;
    const areIds = stacks.length > 0 && stacks.every((id) => id !== own && STACK_ID.test(id));
    return [
      ...trustFaults(literals(trusts?.given ?? {})),
      ...providerFaults(existingProviderArn, literal(trusts?.issuer)),
      ...addressFaults(props.stateAddress, address),
      ...requireThat(areIds, problems.pipelineStacks, JSON.stringify(stacks)),
      ...requireThat(
        regions === undefined || areRegions(regions),
        problems.pipelineRegions,
        JSON.stringify(regions),
      ),
      ...requireThat(
        this.characters <= MOST_POLICY_CHARACTERS,
        problems.pipelinePolicyTooLong,
        `${this.characters} characters`,
      ),
    ];
  }
}

function addressFaults(text: string, address: Address | Fault): Fault[] {
  if (Token.isUnresolved(text)) return [fault(problems.pipelineStates, "a Terraform token")];
  if (!("kind" in address)) return [address];
  if (address.kind !== "s3") return [fault(problems.pipelineStates, address.kind)];
  const { kmsKeyId } = address.props;
  return requireThat(
    kmsKeyId === undefined || KEY_ARN.test(kmsKeyId),
    problems.pipelineStates,
    `kmsKeyId=${kmsKeyId}`,
  );
}

function areRegions(regions: readonly string[]): boolean {
  const isOne = (region: string): boolean => Token.isUnresolved(region) || REGION.test(region);
  return Array.isArray(regions) && !Token.isUnresolved(regions) && regions.length > 0 && regions.every(isOne);
}
