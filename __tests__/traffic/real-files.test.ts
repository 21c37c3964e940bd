import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../traffic";

type Module = { resources?: { address: string }[]; child_modules?: Module[] };
type Part = { root_module: Module };
type File = { planned_values?: Part; values?: Part };

/** What Terraform 1.11 and the AWS provider 6 made of `fixtures/shop`, without what no rule looks at. */
function read(name: string): File {
  return JSON.parse(readFileSync(join(__dirname, "fixtures", name), "utf8")) as File;
}

/** Codes that are told once some resources are gone from a file. */
function toldWithout(name: string, addresses: readonly string[] = []): string[] {
  const file = read(name);
  const root = (file.planned_values ?? file.values)?.root_module;
  for (const module of modulesIn(root ?? {}))
    module.resources = module.resources?.filter(({ address }) => !addresses.includes(address));
  return check(JSON.stringify(file)).findings.map(({ code, address }) => `${code} ${address}`);
}

function modulesIn(module: Module): Module[] {
  return [module, ...(module.child_modules ?? []).flatMap(modulesIn)];
}

describe("a plan with modules, count, for_each, locals and data", () => {
  it("has no findings", () => {
    expect(toldWithout("shop.plan.json")).toEqual([]);
  });

  it.each([
    [['aws_vpc_security_group_ingress_rule.door["443"]'], ["FY505 aws_lb_listener.https"]],
    [['aws_vpc_security_group_egress_rule.door["web"]'], ["FY506 aws_lb.door"]],
    [["module.network.aws_route.public[0]"], ["FY501 aws_lb.door"]],
    [
      ["module.network.aws_route.private[0]", "module.network.aws_route.private[1]"],
      [
        'FY531 module.services["api"].aws_ecs_service.this',
        'FY531 module.services["web"].aws_ecs_service.this',
      ],
    ],
    [
      ['module.services["api"].aws_lb_listener_rule.this'],
      ['FY520 module.services["api"].aws_lb_target_group.this'],
    ],
    [
      ['module.services["web"].aws_iam_role_policy.execution'],
      ['FY554 module.services["web"].aws_ecs_task_definition.this'],
    ],
  ])("without %s has the finding for it", (addresses, told) => {
    expect(toldWithout("shop.plan.json", addresses)).toEqual(told);
  });
});

describe("a plan that changes what there is", () => {
  it("has no findings but that nobody waits for the tasks", () => {
    expect(toldWithout("shop-change.plan.json").map((text) => text.split(" ")[0])).toEqual([
      "FY553",
      "FY553",
    ]);
  });

  it("does not take a rule that is going for one that stays", () => {
    const gone = ['aws_vpc_security_group_egress_rule.door["web"]'];
    expect(toldWithout("shop-change.plan.json", gone)).toContain("FY506 aws_lb.door");
  });
});

describe("a state", () => {
  it("has no findings", () => {
    expect(toldWithout("shop.state.json")).toEqual([]);
  });

  it.each([
    [
      ["module.network.aws_route_table_association.public[0]"],
      ["FY501 aws_lb.door", "FY534 module.network.aws_nat_gateway.this[0]"],
    ],
    [
      ['module.services["web"].aws_lb_listener_rule.this'],
      ['FY520 module.services["web"].aws_lb_target_group.this'],
    ],
  ])("without %s has the finding for it", (addresses, told) => {
    expect(toldWithout("shop.state.json", addresses)).toEqual(told);
  });
});
