import type { Copy } from "./copy";

/** Entries that allow TCP from and to everywhere, by direction. */
export interface Allowed {
  readonly ingress: readonly (readonly [number, number])[];
  readonly egress: readonly (readonly [number, number])[];
}

/** Puts a network ACL in front of the subnets of one kind, `Public` or `Private`. */
export function guard(copy: Copy, kind: "Public" | "Private", { ingress, egress }: Allowed): void {
  const subnets = ["a", "b"].map((zone) => copy.ref("aws_subnet", `Network_us-east-1${zone}_${kind}`, "id"));
  const entries = (ranges: readonly (readonly [number, number])[]) =>
    ranges.map(([from_port, to_port], index) => ({
      rule_no: 100 + index,
      action: "allow",
      protocol: "tcp",
      cidr_block: "0.0.0.0/0",
      from_port,
      to_port,
    }));
  copy.add("aws_network_acl", `${kind}Acl`, {
    vpc_id: copy.ref("aws_vpc", "", "id"),
    subnet_ids: subnets,
    tags: { Name: `${kind}Acl` },
    ingress: entries(ingress),
    egress: entries(egress),
  });
}
