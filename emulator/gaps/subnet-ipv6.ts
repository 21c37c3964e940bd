import type { FormGap } from "./gap";

const associations =
  /<ipv6CidrBlockAssociationSet>((?:[^<]|<(?!\/?ipv6CidrBlockAssociationSet>))*)<\/ipv6CidrBlockAssociationSet>/g;
const printedState = /<state>\{[^<]*?(associated|disassociated)[^<]*\}<\/state>/g;
const startOfSubnet = "<item><availabilityZoneId>";
const byAssociation = "ipv6-cidr-block-association.association-id";

export const subnetIpv6Gap: FormGap = {
  name: "EC2 garbles the IPv6 blocks of subnets",
  aws: "a subnet has each of its IPv6 blocks once, in the state associated, and is found by them",
  moto:
    "it has the block that it was created with twice, in a state that is a printed Python dictionary, " +
    "and to look for one by its block is an error of the server",
  reword: (fields) => {
    const filter = filterOf(fields);
    if (filter === undefined) return fields;
    return new URLSearchParams([...fields].filter(([name]) => !name.startsWith(`${filter}.`)));
  },
  amend: (fields, answer) => {
    if (!/Subnets?(CidrBlock)?$/.test(fields.get("Action") ?? "")) return answer;
    const found = answer
      .replace(printedState, "<state>$1</state>")
      .replace(associations, (_, items: string) => set(distinct(items.split("</item>"))));
    const filter = filterOf(fields);
    return filter === undefined ? found : onlyWith(fields.get(`${filter}.Value.1`) ?? "", found);
  },
  probe: {
    service: "ec2",
    ask: ({ vpcId }) => ({
      Action: "CreateSubnet",
      Version: "2016-11-15",
      VpcId: vpcId,
      CidrBlock: `172.31.${96 + (Date.now() % 160)}.${16 * (Math.floor(Date.now() / 160) % 16)}/28`,
      Ipv6CidrBlock: "2001:db8:1234:1a00::/64",
    }),
    isOpen: (answer) => answer.search(printedState) !== -1,
  },
};

/** `Filter.1`, if that asks for subnets by a block. */
function filterOf(fields: URLSearchParams): string | undefined {
  if (fields.get("Action") !== "DescribeSubnets") return undefined;
  const [name] = [...fields].find(([, value]) => value === byAssociation) ?? [];
  return name?.replace(/\.Name$/, "");
}

function onlyWith(association: string, answer: string): string {
  const [head = "", ...subnets] = answer.split(startOfSubnet);
  const tail = "</subnetSet>";
  const end = answer.slice(answer.indexOf(tail));
  const wanted = subnets.map((one) => one.split(tail)[0] ?? "").filter((one) => one.includes(association));
  return wanted.length === 0
    ? answer.slice(0, answer.indexOf("<subnetSet>")) + `<subnetSet>${end}`
    : head + wanted.map((one) => startOfSubnet + one).join("") + end;
}

/** Blocks, each once; the last part is what stands behind the last item. */
function distinct(parts: readonly string[]): string[] {
  const block = (part: string): string => /<ipv6CidrBlock>([^<]*)</.exec(part)?.[1] ?? part;
  const items = parts.filter((part) => part.includes("<ipv6CidrBlock>"));
  return items.filter((part, index) => items.findIndex((other) => block(other) === block(part)) === index);
}

function set(items: readonly string[]): string {
  const all = items.map((item) => `${item}</item>`).join("");
  return `<ipv6CidrBlockAssociationSet>${all}</ipv6CidrBlockAssociationSet>`;
}
