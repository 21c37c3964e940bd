import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsSubnets } from "@cdktf/provider-aws/lib/data-aws-subnets";
import { TerraformIterator, Token, type Postcondition } from "cdktf";
import { Construct } from "constructs";
import { idPart, literal } from "../../foundation";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
const NARROWEST_PUBLIC = 27;

export interface SubnetTierProps {
  readonly vpcId: string;
  readonly tier: "public" | "private";
  /** One of the two. */
  readonly ids?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/**
 * Subnets that there are already, looked up and checked by Terraform whenever it plans: all in the VPC, each in a zone
 * of its own, public ones large enough for a load balancer.
 */
export class SubnetTier extends Construct {
  public readonly subnetIds: string[];

  private readonly props: SubnetTierProps;

  public constructor(scope: Construct, id: string, props: SubnetTierProps) {
    super(scope, id);
    this.props = props;
    const known = literal(props.ids);
    this.subnetIds = known === undefined ? this.lookEachUp(this.found()) : this.lookUp(known);
  }

  /** Ids that are written in code: one lookup each, by its id. */
  private lookUp(ids: readonly string[]): string[] {
    const earlier: DataAwsSubnet[] = [];
    for (const id of new Set(ids.filter((one) => idPart(this, one) !== ""))) {
      const zones = earlier.map(({ availabilityZone }) => availabilityZone);
      const subnet = new DataAwsSubnet(this, idPart(this, id), {
        id,
        lifecycle: { postcondition: [...this.conditions(), ...this.elsewhere(zones)] },
      });
      earlier.push(subnet);
    }
    return earlier.map(({ id }) => id);
  }

  /** Ids that only Terraform knows: one lookup for all, and a count. */
  private lookEachUp(ids: string[]): string[] {
    const each = new DataAwsSubnet(this, "Each", {
      forEach: TerraformIterator.fromList(ids),
      id: Token.asString("${each.value}"),
      lifecycle: { postcondition: this.conditions() },
    });
    const all = `values(data.aws_subnet.${each.friendlyUniqueId})`;
    const zones = `${all}[*].availability_zone`;
    new DataAwsSubnets(this, "Together", {
      filter: [
        { name: "vpc-id", values: [this.props.vpcId] },
        { name: "subnet-id", values: Token.asList(`\${${all}[*].id}`) },
      ],
      lifecycle: {
        precondition: [
          {
            condition: `\${length(distinct(${zones})) == length(${zones})}`,
            errorMessage: this.sentence("are one a zone, but two share one: give narrower tags"),
          },
        ],
      },
    });
    return Token.asList(`\${${all}[*].id}`);
  }

  private found(): string[] {
    const { ids, tags = {}, vpcId } = this.props;
    if (ids !== undefined) return ids as string[];
    const found = new DataAwsSubnets(this, "Found", {
      filter: [{ name: "vpc-id", values: [vpcId] }],
      tags,
      lifecycle: {
        postcondition: [
          {
            condition: "${length(self.ids) > 0}",
            errorMessage: this.sentence("have these tags in the VPC, but none was found"),
          },
        ],
      },
    });
    return found.ids;
  }

  private conditions(): Postcondition[] {
    const isInVpc = {
      condition: `\${self.vpc_id == ${this.props.vpcId}}`,
      errorMessage: this.sentence("lie in the VPC, but ${self.id} lies in ${self.vpc_id}"),
    };
    const isLarge = {
      condition: `\${tonumber(split("/", self.cidr_block)[1]) <= ${NARROWEST_PUBLIC}}`,
      errorMessage: this.sentence(
        `have /${NARROWEST_PUBLIC} or more for a load balancer, but \${self.id} is \${self.cidr_block}`,
      ),
    };
    return this.props.tier === "public" ? [isInVpc, isLarge] : [isInVpc];
  }

  private elsewhere(zones: readonly string[]): Postcondition[] {
    if (zones.length === 0) return [];
    return [
      {
        condition: `\${!contains([${zones.join(", ")}], self.availability_zone)}`,
        errorMessage: this.sentence("are one a zone, but ${self.id} shares ${self.availability_zone}"),
      },
    ];
  }

  private sentence(rule: string): string {
    return `${this.scopePath()}: ${this.props.tier} subnets ${rule}.`;
  }

  private scopePath(): string {
    return this.node.scope?.node.path ?? "";
  }
}
