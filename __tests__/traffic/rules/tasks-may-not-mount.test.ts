import { mount } from "../documents/breaks/tasks";
import { ref, type Document } from "../documents/document";
import { soundDocument } from "../documents/sound";

const mounted = (): Document => mount(soundDocument());

describe("a task that mounts a file system", () => {
  it("is let in and out by the two groups", () => {
    expect(mounted().told()).toEqual([]);
  });

  it("needs one mount target that it reaches", () => {
    const document = mounted().add("aws_efs_mount_target.b", {
      file_system_id: ref("aws_efs_file_system.files"),
      subnet_id: ref("aws_subnet.private_b"),
      security_groups: [ref("aws_security_group.door")],
    });
    expect(document.told()).toEqual([]);
  });

  it("may mount one that another file knows, or of which nobody knows the groups", () => {
    const elsewhere = mounted();
    elsewhere.at("aws_ecs_task_definition.web").volume = [
      { name: "data", efs_volume_configuration: { file_system_id: "fs-0123456789abcdef0" } },
    ];
    elsewhere.remove("aws_vpc_security_group_egress_rule.web_files");
    expect(elsewhere.told()).toEqual([]);

    const unknown = mounted().remove("aws_vpc_security_group_ingress_rule.files");
    delete unknown.at("aws_efs_mount_target.a").security_groups;
    expect(unknown.told()).toEqual([]);
  });
});

describe("a service in which sessions are opened", () => {
  it("needs an endpoint for them where there is no way out", () => {
    const document = soundDocument().remove("aws_route.nat_a").remove("aws_route.nat_b");
    document.at("aws_ecs_service.web").enable_execute_command = true;
    const found = document.findings().filter(({ code }) => code === "FY531");
    const given = found.map((one) => [one.address, one.got.includes("ssmmessages")]);
    expect(given.sort()).toEqual([
      ["aws_ecs_service.api", false],
      ["aws_ecs_service.web", true],
    ]);
  });
});
