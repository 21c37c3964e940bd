import { UNKNOWN } from "../model";
import type { Resource, Terraform, Value } from "../terraform";
import type { DoorParty, ServiceParty } from "./parties";
import type { Asked, Trail } from "./step";

/** What AWS draws by lot: an id of it that is nobody's here is somebody's elsewhere. */
const IDENTITY = /^(arn:|(sg|subnet|vpc|rtb|igw|nat|acl|eni|pl)-)/;

/** Where the way itself is asked: in which subnets, and where they lead. */
const ON_THE_WAY: readonly Asked[] = [
  { of: "aws_route_table_association" },
  { of: "aws_route" },
  { of: "aws_route_table", attribute: "route" },
  { of: "aws_network_acl_association" },
  { of: "aws_lb", attribute: "internal" },
];

/** Attributes that a file leaves open, by who has them. */
export class Unclear {
  private readonly byName = new Map<string, Resource[]>();
  private readonly identities = new Set<Value>();

  public constructor(private readonly terraform: Terraform) {
    for (const resource of terraform.resources) {
      this.add(resource.address, resource);
      this.add(resource.type.replace(/^aws_alb(?=$|_)/, "aws_lb"), resource);
      this.identities.add(resource.values.id).add(resource.values.arn);
    }
  }

  /** What is not known on a way, and which attributes would tell. */
  public reason(trail: Trail, { part }: DoorParty | ServiceParty): string {
    const step = trail.find(({ holds }) => holds === UNKNOWN);
    if (step === undefined) return "";
    const asked = step.asked?.() ?? [
      ...["subnets", "subnet_mapping"].map((attribute) => ({ of: "aws_lb", attribute })),
      { of: part.address, attribute: "network_configuration" },
      ...ON_THE_WAY,
    ];
    const [first, ...others] = new Set(asked.flatMap((one) => this.open(one)));
    const more = others.length === 0 ? "" : `, and ${others.length} more like it`;
    return `whether ${step.question}${first === undefined ? "" : `: ${first}${more}`}`;
  }

  private open({ of, attribute }: Asked): string[] {
    return (this.byName.get(of) ?? []).flatMap((resource) => [
      ...this.notFollowed(resource, attribute),
      ...this.elsewhere(resource, attribute),
    ]);
  }

  private notFollowed({ address, unclear }: Resource, attribute: string | undefined): string[] {
    const hint = this.terraform.kind === "plan" ? " (a plan does not print locals)" : "";
    return [...(unclear ?? [])]
      .filter(([path]) => attribute === undefined || path.split(/[.[]/)[0] === attribute)
      .map(([path, from]) => `${path} of ${address} comes from ${from}${/\blocal\./.test(from) ? hint : ""}`);
  }

  private elsewhere({ address, values }: Resource, attribute: string | undefined): string[] {
    const names = attribute === undefined ? Object.keys(values) : [attribute];
    return names
      .filter((name) => name !== "id" && name !== "arn")
      .flatMap((name) => idsIn(values[name], name))
      .filter(([, id]) => !this.identities.has(id))
      .map(([path, id]) => `${path} of ${address} is ${id}, which is not in this file`);
  }

  private add(name: string, resource: Resource): void {
    const known = this.byName.get(name);
    if (known) known.push(resource);
    else this.byName.set(name, [resource]);
  }
}

function idsIn(value: Value, path: string): [string, string][] {
  if (typeof value === "string") return IDENTITY.test(value) ? [[path, value]] : [];
  if (Array.isArray(value)) return value.flatMap((one: Value, index) => idsIn(one, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => idsIn(one as Value, `${path}.${name}`));
}
