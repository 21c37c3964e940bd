import { ref, type Body, type Document } from "../document";
import type { Break } from "./break";

/** Tasks, and the network that they stand in. */
export const TASKS: readonly Break[] = [
  {
    title: "private subnets of one zone have no way out",
    cut: (document) => document.remove("aws_route.nat_b"),
    told: ["FY531 aws_ecs_service.api", "FY531 aws_ecs_service.web"],
  },
  {
    title: "a service stands in public subnets without a public address",
    cut: (document) => {
      place(document, "web", ["aws_subnet.public_a", "aws_subnet.public_b"]);
      document
        .forget("aws_route.nat_a", "aws_ecs_service.web")
        .forget("aws_route.nat_b", "aws_ecs_service.web");
      (document.at("aws_ecs_service.web").depends_on as string[]).push("aws_route.internet");
    },
    told: ["FY531 aws_ecs_service.web"],
  },
  {
    title: "the only endpoint in a subnet without a way out is not enough",
    cut: (document) => {
      document.remove("aws_route.nat_a").remove("aws_route.nat_b");
      document.add("aws_vpc_endpoint.s3", {
        vpc_id: ref("aws_vpc.main"),
        service_name: "com.amazonaws.eu-west-1.s3",
        route_table_ids: [ref("aws_route_table.private_a"), ref("aws_route_table.private_b")],
      });
    },
    told: ["FY531 aws_ecs_service.api", "FY531 aws_ecs_service.web"],
  },
  {
    title: "tasks may call nobody",
    cut: (document) => document.remove("aws_vpc_security_group_egress_rule.web_out"),
    told: ["FY532 aws_ecs_service.web"],
  },
  {
    title: "tasks have public addresses",
    cut: (document) => {
      document.block("aws_ecs_service.web", "network_configuration").assign_public_ip = true;
    },
    told: ["FY533 aws_ecs_service.web"],
  },
  {
    title: "a NAT gateway stands in a private subnet",
    cut: (document) => {
      document.at("aws_nat_gateway.a").subnet_id = ref("aws_subnet.private_a");
    },
    told: ["FY534 aws_nat_gateway.a"],
  },
  {
    title: "a zone uses the NAT gateway of another although it has one",
    cut: (document) => {
      document.at("aws_route.nat_b").nat_gateway_id = ref("aws_nat_gateway.a");
    },
    told: ["FY535 aws_subnet.private_b"],
  },
  {
    title: "a task has a size that Fargate does not offer",
    cut: (document) => {
      document.at("aws_ecs_task_definition.web").memory = "4096";
    },
    told: ["FY536 aws_ecs_task_definition.web"],
  },
  {
    title: "a task says nothing about its memory",
    cut: (document) => {
      delete document.at("aws_ecs_task_definition.web").memory;
    },
    told: ["FY536 aws_ecs_task_definition.web"],
  },
  {
    title: "subnets have too few addresses for a deployment at full scale",
    cut: (document) => {
      document.at("aws_subnet.private_a").cidr_block = "10.0.10.0/28";
    },
    told: ["FY537 aws_subnet.private_a"],
  },
  {
    title: "a Fargate task has no address of its own",
    cut: (document) => {
      document.at("aws_ecs_task_definition.web").network_mode = "bridge";
    },
    told: ["FY538 aws_ecs_task_definition.web"],
  },
  {
    title: "the group of a task that mounts a file system lets nothing out to it",
    cut: (document) => mount(document).remove("aws_vpc_security_group_egress_rule.web_files"),
    told: ["FY539 aws_ecs_service.web"],
  },
  {
    title: "the group of a file system's mount targets lets nobody in",
    cut: (document) => mount(document).remove("aws_vpc_security_group_ingress_rule.files"),
    told: ["FY539 aws_ecs_service.web"],
  },
  {
    title: "a file system that a task mounts has no mount target",
    cut: (document) => mount(document).remove("aws_efs_mount_target.a"),
    told: ["FY539 aws_ecs_service.web"],
  },
  {
    title: "a role may not read the secret in the options of a log",
    cut: (document) => {
      const task = document.at("aws_ecs_task_definition.web");
      const [container] = JSON.parse(task.container_definitions as string) as Body[];
      const secretOptions = [
        { name: "key", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:log-AbCdEf" },
      ];
      const logConfiguration = { logDriver: "awsfirelens", secretOptions };
      task.container_definitions = JSON.stringify([{ ...container, logConfiguration }]);
    },
    told: ["FY554 aws_ecs_task_definition.web"],
  },
];

function place(document: Document, name: string, subnets: readonly string[]): void {
  document.block(`aws_ecs_service.${name}`, "network_configuration").subnets = subnets.map((one) => ref(one));
}

/** Lets `web` mount a file system: sound as it is. */
export function mount(document: Document): Document {
  const nfs = { ip_protocol: "tcp", from_port: 2049, to_port: 2049 };
  const https = { ip_protocol: "tcp", from_port: 443, to_port: 443 };
  Object.assign(document.at("aws_vpc_security_group_egress_rule.web_out"), https);
  const [web, files] = [ref("aws_security_group.web"), ref("aws_security_group.files")];
  document.at("aws_ecs_task_definition.web").volume = [
    { name: "data", efs_volume_configuration: { file_system_id: ref("aws_efs_file_system.files") } },
  ];
  (document.at("aws_ecs_service.web").depends_on as string[]).push(
    "aws_vpc_security_group_egress_rule.web_files",
  );
  return document
    .add("aws_efs_file_system.files", { encrypted: true })
    .add("aws_security_group.files", { vpc_id: ref("aws_vpc.main"), name: "files" })
    .add("aws_efs_mount_target.a", {
      file_system_id: ref("aws_efs_file_system.files"),
      subnet_id: ref("aws_subnet.private_a"),
      security_groups: [files],
    })
    .add("aws_vpc_security_group_ingress_rule.files", {
      security_group_id: files,
      referenced_security_group_id: web,
      ...nfs,
    })
    .add("aws_vpc_security_group_egress_rule.web_files", {
      security_group_id: web,
      referenced_security_group_id: files,
      ...nfs,
    });
}
