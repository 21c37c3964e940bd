import { ref } from "../document";
import { container, containers } from "../sound";
import { EVERY_PORT, type Break } from "./break";

/** Target groups, and the services behind them. */
export const TARGETS: readonly Break[] = [
  {
    title: "a service does not admit its load balancer",
    cut: (document) => document.remove("aws_vpc_security_group_ingress_rule.web"),
    told: ["FY511 aws_ecs_service.web"],
  },
  {
    title: "a service admits another service in place of its load balancer",
    cut: (document) => {
      const rule = document.at("aws_vpc_security_group_ingress_rule.web");
      rule.referenced_security_group_id = ref("aws_security_group.api");
    },
    told: ["FY511 aws_ecs_service.web"],
  },
  {
    title: "a service admits its load balancer on another port",
    cut: (document) => {
      Object.assign(document.at("aws_vpc_security_group_ingress_rule.api"), { from_port: 80, to_port: 80 });
    },
    told: ["FY511 aws_ecs_service.api"],
  },
  {
    title: "a service does not admit the health check",
    cut: (document) => {
      document.block("aws_lb_target_group.web", "health_check").port = 9000;
      const web = {
        ...container("web", 8080),
        portMappings: [{ containerPort: 8080 }, { containerPort: 9000 }],
      };
      document.at("aws_ecs_task_definition.web").container_definitions = containers([web]);
      Object.assign(document.at("aws_vpc_security_group_egress_rule.door_web"), EVERY_PORT);
    },
    told: ["FY512 aws_ecs_service.web"],
  },
  {
    title: "a service behind the load balancer is open to the internet",
    cut: (document) => {
      const rule = document.at("aws_vpc_security_group_ingress_rule.web");
      delete rule.referenced_security_group_id;
      rule.cidr_ipv4 = "0.0.0.0/0";
    },
    told: ["FY513 aws_vpc_security_group_ingress_rule.web"],
  },
  {
    title: "the target type is not ip",
    cut: (document) => {
      delete document.at("aws_lb_target_group.web").target_type;
    },
    told: ["FY514 aws_lb_target_group.web"],
  },
  {
    title: "a service registers a container that its task does not have",
    cut: (document) => {
      document.block("aws_ecs_service.web", "load_balancer").container_name = "wev";
    },
    told: ["FY515 aws_ecs_service.web"],
  },
  {
    title: "a service registers a port that the container does not map",
    cut: (document) => {
      document.at("aws_ecs_task_definition.web").container_definitions = containers([container("web", 8081)]);
    },
    told: ["FY516 aws_ecs_service.web"],
  },
  {
    title: "a service registers a UDP port",
    cut: (document) => {
      const web = { ...container("web", 8080), portMappings: [{ containerPort: 8080, protocol: "udp" }] };
      document.at("aws_ecs_task_definition.web").container_definitions = containers([web]);
    },
    told: ["FY516 aws_ecs_service.web"],
  },
  {
    title: "the target group names another port than the service",
    cut: (document) => {
      document.at("aws_lb_target_group.api").port = 80;
    },
    told: ["FY517 aws_lb_target_group.api"],
  },
  {
    title: "an application load balancer forwards to a TCP target group",
    cut: (document) => {
      document.at("aws_lb_target_group.web").protocol = "TCP";
    },
    told: ["FY518 aws_lb_target_group.web"],
  },
  {
    title: "a health check waits as long as its interval",
    cut: (document) => {
      document.block("aws_lb_target_group.web", "health_check").timeout = 30;
    },
    told: ["FY519 aws_lb_target_group.web"],
  },
  {
    title: "a health check speaks TLS to a plain port",
    cut: (document) => {
      document.block("aws_lb_target_group.web", "health_check").protocol = "HTTPS";
    },
    told: ["FY519 aws_lb_target_group.web"],
  },
  {
    title: "a health check asks a port that nobody listens on",
    cut: (document) => {
      document.block("aws_lb_target_group.web", "health_check").port = "9000";
      for (const rule of ["egress_rule.door_web", "ingress_rule.web"])
        Object.assign(document.at(`aws_vpc_security_group_${rule}`), EVERY_PORT);
    },
    told: ["FY519 aws_lb_target_group.web"],
  },
  {
    title: "a service's target group is on no listener",
    cut: (document) => document.remove("aws_lb_listener_rule.api"),
    told: ["FY520 aws_lb_target_group.api"],
  },
  {
    title: "a listener forwards to a target group without targets",
    cut: (document) => {
      document.remove("aws_ecs_service.api").remove("aws_appautoscaling_target.api");
    },
    told: ["FY521 aws_lb_target_group.api"],
  },
  {
    title: "a target group is destroyed before its successor is made",
    cut: (document) => {
      delete document.at("aws_lb_target_group.web").lifecycle;
    },
    told: ["FY522 aws_lb_target_group.web"],
  },
  {
    title: "a target group with a fixed name is made before its predecessor is destroyed",
    cut: (document) => {
      delete document.at("aws_lb_target_group.web").name_prefix;
      document.at("aws_lb_target_group.web").name = "web";
    },
    told: ["FY522 aws_lb_target_group.web"],
  },
  {
    title: "a target group lies in another VPC",
    cut: (document) => {
      document.add("aws_vpc.other", { cidr_block: "10.1.0.0/16" });
      document.at("aws_lb_target_group.web").vpc_id = ref("aws_vpc.other");
    },
    told: ["FY523 aws_lb_target_group.web"],
  },
  {
    title: "the group of a service's tasks lies in another VPC",
    cut: (document) => {
      document.add("aws_vpc.other", { cidr_block: "10.1.0.0/16" });
      document.at("aws_security_group.web").vpc_id = ref("aws_vpc.other");
    },
    told: ["FY571 aws_ecs_service.web"],
  },
];
