import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformVariable } from "cdktf";
import { Cluster } from "../../../modules";
import { NAT_SCRIPT } from "../../../modules/network/nat/instance-script";
import { codesOf, synthesize } from "../../support/synthesize";
import { network, service, ZONES } from "../../support/parts";

describe("nat instance", () => {
  const stack = synthesize((scope) => network(scope, { nat: "instance" }));
  const instance = stack.only("aws_instance");
  const group = stack.only("aws_security_group");

  it("is one small Graviton instance in the first public subnet, and no gateway", () => {
    expect(stack.resources("aws_nat_gateway")).toEqual([]);
    expect(instance.at("instance_type")).toBe("t4g.nano");
    expect(instance.at("subnet_id")).toBe(
      stack.named("aws_subnet", "Network_us-east-1a_PublicSubnet").ref("id"),
    );
  });

  it("forwards, and gives nothing of itself away", () => {
    expect(instance.values).toMatchObject({
      source_dest_check: false,
      metadata_options: { http_endpoint: "enabled", http_tokens: "required", http_put_response_hop_limit: 1 },
      root_block_device: { encrypted: true, volume_type: "gp3", volume_size: 8 },
      credit_specification: { cpu_credits: "standard" },
    });
    for (const name of ["key_name", "iam_instance_profile"]) expect(instance.at(name)).toBeUndefined();
  });

  it("has Amazon's image of the day, and never another one by an apply", () => {
    expect(stack.at("data.aws_ssm_parameter")).toEqual({
      [Object.keys(stack.at("data.aws_ssm_parameter") as object)[0]!]: {
        name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
      },
    });
    expect(instance.text("ami")).toMatch(/^\$\{data\.aws_ssm_parameter\..*\.insecure_value\}$/);
    expect(instance.at("lifecycle")).toEqual({
      create_before_destroy: true,
      ignore_changes: ["ami", "user_data", "associate_public_ip_address"],
    });
  });

  it("starts with an address, and one that stands without is not replaced for it", () => {
    expect(instance.at("associate_public_ip_address")).toBe(true);
    expect(instance.list("lifecycle.ignore_changes")).toContain("associate_public_ip_address");
  });

  it("is what services wait for, address, rules and routes included", () => {
    const whole = synthesize((scope) => {
      service(scope, new Cluster(scope, "Cluster", { network: network(scope, { nat: "instance" }) }));
    });
    const route = whole.named("aws_route", `Network_${ZONES[0]}_NatRoute`);
    expect(whole.only("aws_ecs_service").list("depends_on")).toContain(route.address);
    const own = whole.addresses().filter((address) => /NatInstance/.test(address));
    const waited = route.list("depends_on");
    expect(waited).toEqual(expect.arrayContaining(own.filter((one) => /^aws_(eip|vpc_security)/.test(one))));
    expect(waited.length).toBeGreaterThan(3);
  });

  it("admits the private subnets and nobody else", () => {
    const rules = stack.resources("aws_vpc_security_group_ingress_rule");
    expect(rules.map((rule) => [rule.at("cidr_ipv4"), rule.at("ip_protocol")])).toEqual([
      ["10.0.0.0/19", "-1"],
      ["10.0.32.0/19", "-1"],
    ]);
    expect(rules.every((rule) => rule.at("security_group_id") === group.ref("id"))).toBe(true);
    expect(stack.only("aws_vpc_security_group_egress_rule").at("cidr_ipv4")).toBe("0.0.0.0/0");
  });

  it("has an Elastic IP address, for which the routes wait, and all zones go through it", () => {
    const address = stack.only("aws_eip");
    expect(address.at("instance")).toBe(instance.ref("id"));
    for (const zone of ZONES) {
      const route = stack.named("aws_route", `Network_${zone}_NatRoute`);
      expect(route.at("network_interface_id")).toBe(instance.ref("primary_network_interface_id"));
      expect(route.at("nat_gateway_id")).toBeUndefined();
      expect(route.list("depends_on")).toContain(address.address);
    }
  });

  it("is made once the VPC has its internet gateway, and routed to once the public subnets reach the internet", () => {
    expect(instance.list("depends_on")).toEqual([stack.only("aws_internet_gateway").address]);
    const internet = stack.named("aws_route", "Network_InternetRoute").address;
    for (const zone of ZONES)
      expect(stack.named("aws_route", `Network_${zone}_NatRoute`).list("depends_on")).toContain(internet);
  });

  it("buys no CPU credits, and says nothing of them where there are none", () => {
    const large = synthesize((scope) => network(scope, { nat: "instance", natInstanceType: "c7gn.medium" }));
    expect(large.only("aws_instance").at("credit_specification")).toBeUndefined();
  });

  it("takes its type from a variable", () => {
    const later = synthesize((scope) => {
      const type = new TerraformVariable(scope, "type", { type: "string" }).stringValue;
      network(scope, { nat: "instance", natInstanceType: type });
    });
    expect(later.only("aws_instance").at("instance_type")).toBe("${var.type}");
  });
});

describe("the script of a NAT instance", () => {
  /** What the script writes to a file, as bash would. */
  const installed = (file: string): string =>
    new RegExp(`cat > ${file} <<'(\\w+)'\n([^]*?)\n\\1\n`).exec(NAT_SCRIPT)?.[2] ?? "";
  const translate = installed("/usr/local/sbin/translate-addresses");

  it.each([
    ["itself", NAT_SCRIPT],
    ["what it runs at each start", translate],
  ])("is valid bash: %s", (_, script) => {
    expect(script).toMatch(/^#!\/bin\/bash\n/);
    expect(spawnSync("bash", ["-n"], { input: script, encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  /** Runs it with commands that only write down how they were called. */
  function run(there: { readonly commands: readonly string[]; readonly failing?: string }): string[] {
    const folder = mkdtempSync(join(tmpdir(), "frontyard-nat-"));
    const log = join(folder, "called");
    try {
      for (const name of there.commands) {
        const answer = name === "ip" ? 'echo "default via 10.0.0.1 dev ens5"' : "true";
        const end = name === there.failing ? "exit 1" : answer;
        const body = `#!/bin/bash\necho "${name} $*" >> ${log}\n${end}\n`;
        writeFileSync(join(folder, name), body, { mode: 0o755 });
      }
      for (const name of ["grep", "awk", "cat"])
        symlinkSync(spawnSync("which", [name], { encoding: "utf8" }).stdout.trim(), join(folder, name));
      const script = translate.replaceAll("/var/swapfile", join(folder, "swapfile"));
      spawnSync("/bin/bash", ["-s"], { input: script, env: { PATH: folder } });
      return readFileSync(log, "utf8")
        .trim()
        .split("\n")
        .map((line) => line.replaceAll(folder, ""));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const SWAP = ["rm", "dd", "chmod", "mkswap", "mv", "swapon"];
  const ALWAYS = ["sysctl", "ip"];
  const called = (lines: readonly string[]): string[] => lines.map((line) => line.split(" ")[0] ?? "");

  it("makes swap before it installs anything: a t4g.nano has too little memory for dnf", () => {
    const lines = called(run({ commands: [...SWAP, ...ALWAYS, "dnf"] }));
    expect(lines).toEqual([...SWAP, "dnf", ...ALWAYS]);
  });

  it("installs all the same where swap can't be made", () => {
    const lines = called(run({ commands: [...SWAP, ...ALWAYS, "dnf"], failing: "swapon" }));
    expect(lines).toEqual([...SWAP, "dnf", ...ALWAYS]);
  });

  it("installs and makes nothing again at a later start", () => {
    expect(called(run({ commands: [...SWAP, ...ALWAYS, "dnf", "nft"] }))).toEqual([...ALWAYS, "nft"]);
  });

  it("is bash that Terraform passes on as it is", () => {
    expect(NAT_SCRIPT).toMatch(/^#!\/bin\/bash\nset -eu\n/);
    expect(NAT_SCRIPT).not.toMatch(/[$%]\{/);
    expect(NAT_SCRIPT.length).toBeLessThan(16 * 1024);
  });

  it("forwards, masquerades, and comes back after a reboot", () => {
    expect(NAT_SCRIPT).toContain("net.ipv4.ip_forward=1");
    expect(NAT_SCRIPT).toContain("masquerade");
    expect(NAT_SCRIPT).toContain("WantedBy=multi-user.target");
    expect(NAT_SCRIPT).toContain("systemctl enable");
  });
});

describe("the type of a NAT instance", () => {
  it.each(["t4g.nano", "t4g.small", "c7gn.medium", "c6gd.16xlarge", "m8g.metal-24xl", "a1.medium"])(
    "may be %s",
    (natInstanceType) => {
      expect(codesOf((scope) => network(scope, { nat: "instance", natInstanceType }))).toEqual([]);
    },
  );

  it.each(["t3.nano", "t4g", "m5.large", "t4g.gigantic", "", "g5.xlarge", "T4g.nano"])(
    "fails when it is %j, which is not Graviton's",
    (natInstanceType) => {
      expect(codesOf((scope) => network(scope, { nat: "instance", natInstanceType }))).toEqual(["FY113"]);
    },
  );
});

const RULES = ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"];

describe("a change of NAT", () => {
  const modes = ["none", "instance", "single", "per-zone"] as const;
  const stacks = new Map(modes.map((nat) => [nat, synthesize((scope) => network(scope, { nat }))]));
  const kept = [
    "aws_vpc",
    "aws_subnet",
    "aws_route_table",
    "aws_internet_gateway",
    "aws_route_table_association",
  ];
  const changes = modes.flatMap((from) => modes.filter((to) => to !== from).map((to) => [from, to] as const));

  it("is one of twelve", () => {
    expect(changes).toHaveLength(12);
  });

  it.each(changes)("from %s to %s leaves VPC, subnets and tables as they are", (from, to) => {
    for (const type of kept)
      expect(stacks.get(to)!.at(`resource.${type}`)).toEqual(stacks.get(from)!.at(`resource.${type}`));
  });

  it.each(changes.filter((change) => !change.includes("none")))(
    "from %s to %s leads the same routes elsewhere",
    (from, to) => {
      const routes = (nat: (typeof modes)[number]): unknown[] =>
        stacks
          .get(nat)!
          .resources("aws_route")
          .map(({ address, values }) => [address, values.route_table_id, values.destination_cidr_block]);
      expect(routes(to)).toEqual(routes(from));
    },
  );

  it.each(modes.filter((nat) => nat !== "none"))(
    "takes what %s stood on away only after the routes have left it",
    (nat) => {
      const stack = stacks.get(nat)!;
      const standing = ["aws_eip", "aws_nat_gateway", "aws_instance", "aws_security_group", ...RULES];
      const all = standing.flatMap((type) => stack.resources(type));
      expect(all.length).toBeGreaterThan(1);
      for (const one of all) expect(one.at("lifecycle.create_before_destroy")).toBe(true);
    },
  );
});
