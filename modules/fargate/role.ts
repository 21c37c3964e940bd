import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addCheck, matching, problems, requireThat } from "../errors";
import { boundedName, stackName } from "../foundation";
import { policyOf, TASK_TRUST, type Statement } from "./policies";

/** The provider adds 26 characters to a prefix; a role's name has at most 64. */
const LONGEST_PREFIX = 38;

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
const POLICY_NAME = /^[\w+=,.@-]{1,128}$/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: inline policies of a role, without spaces. */
const MOST_POLICY_CHARACTERS = 10240;

export interface RoleProps {
  /** Whom the role serves, as part of its name; the construct's id is the last part. */
  readonly label: string;
  readonly purpose: string;

  /**
   * Who may take the role, as a policy.
   * @default ECS tasks alone
   */
  readonly trust?: string;
}

/**
 * A role that only ECS tasks can take, unless said otherwise, with no permission but those given by name.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export class Role extends Construct {
  public readonly arn: string;
  /** What stands once the role may do what it was given. */
  public readonly policies: ITerraformDependable[] = [];

  private readonly role: IamRole;
  private characters = 0;

  public constructor(scope: Construct, id: string, { label, purpose, trust = TASK_TRUST }: RoleProps) {
    super(scope, id);
    const stackId = stackName(this);
    const namePrefix = `${boundedName([stackId, label, id], LONGEST_PREFIX - 1)}-`;
    addCheck(this, () =>
      requireThat(
        this.characters <= MOST_POLICY_CHARACTERS,
        problems.inlinePolicyTooLong,
        `${this.characters} characters`,
      ),
    );
    this.role = new IamRole(this, "Resource", {
      namePrefix,
      description: `${purpose} of ${label}`,
      assumeRolePolicy: trust,
    });
    this.arn = this.role.arn;
  }

  /** Adds permissions as an inline policy. */
  public allow(id: string, statements: readonly Statement[]): void {
    const isTaken = this.node.tryFindChild(id) !== undefined;
    const isWhole = statements.every(({ actions, resources }) => actions.length > 0 && resources.length > 0);
    addCheck(this, () => [
      ...matching(problems.policyName, id, POLICY_NAME),
      ...requireThat(!isTaken, problems.policyName, `${JSON.stringify(id)} twice`),
      ...requireThat(
        statements.length > 0 && isWhole,
        problems.policyStatementEmpty,
        `an empty list in ${JSON.stringify(id)}`,
      ),
    ]);
    if (id !== "" && !isTaken) this.addPolicy(id, policyOf(statements));
  }

  /** Adds a policy document as it is. */
  public addPolicy(id: string, policy: string): void {
    this.characters += policy.length;
    this.policies.push(new IamRolePolicy(this, id, { name: id, role: this.role.id, policy }));
  }
}
