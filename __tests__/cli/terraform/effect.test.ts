import { effectOf, lost } from "../../../cli/terraform/effect";

const change = (address: string, ...actions: string[]) => ({ address, change: { actions } });

describe("the effect of a plan", () => {
  const effect = effectOf({
    resource_changes: [
      change("aws_vpc.a", "no-op"),
      change("aws_subnet.new", "create"),
      change("aws_lb.a", "update"),
      change("aws_ecs_task_definition.a", "delete", "create"),
      change("aws_lb_target_group.a", "create", "delete"),
      change("aws_eip.old", "delete"),
      { ...change("aws_ecs_service.b", "no-op"), previous_address: "aws_ecs_service.a" },
    ],
  });

  it("tells apart what is added, changed, replaced in either order, destroyed and moved", () => {
    expect(effect).toEqual({
      added: ["aws_subnet.new"],
      changed: ["aws_lb.a"],
      replaced: ["aws_ecs_task_definition.a", "aws_lb_target_group.a"],
      destroyed: ["aws_eip.old"],
      moved: ["aws_ecs_service.b"],
    });
  });

  it("is a loss only of what should last", () => {
    expect(lost(effect, ["aws_lb_target_group", "aws_lb", "aws_eip"])).toEqual(["aws_lb_target_group.a"]);
    expect(lost(effect, ["aws_vpc"])).toEqual([]);
  });
});
