import { ref, type Body, type Document } from "../document";
import type { Break } from "./break";

/** Listeners and their rules. */
export const LISTENERS: readonly Break[] = [
  {
    title: "two listeners have one port",
    cut: (document) => {
      document.add("aws_lb_listener.twin", document.at("aws_lb_listener.http"));
    },
    told: ["FY541 aws_lb_listener.twin"],
  },
  {
    title: "two rules have one priority",
    cut: (document) => document.add("aws_lb_listener_rule.twin", rule(document, "/other", 10)),
    told: ["FY542 aws_lb_listener_rule.twin"],
  },
  {
    title: "a priority is out of range",
    cut: (document) => {
      document.at("aws_lb_listener_rule.api").priority = 50001;
    },
    told: ["FY543 aws_lb_listener_rule.api"],
  },
  {
    title: "a rule comes after a wider one",
    cut: (document) => document.add("aws_lb_listener_rule.late", rule(document, "/api/v2/*", 20)),
    told: ["FY544 aws_lb_listener_rule.late"],
  },
  {
    title: "an HTTPS listener has no certificate",
    cut: (document) => {
      delete document.at("aws_lb_listener.https").certificate_arn;
    },
    told: ["FY545 aws_lb_listener.https"],
  },
  {
    title: "an HTTPS listener does not wait for its certificate",
    cut: (document) => {
      document.at("aws_lb_listener.https").certificate_arn = ref("aws_acm_certificate.door", "arn");
    },
    told: ["FY546 aws_lb_listener.https"],
  },
  {
    title: "a certificate is never validated",
    cut: (document) => {
      document.remove("aws_acm_certificate_validation.door");
      document.at("aws_lb_listener.https").certificate_arn = ref("aws_acm_certificate.door", "arn");
    },
    told: ["FY546 aws_lb_listener.https"],
  },
  {
    title: "an HTTPS listener speaks TLS 1.0",
    cut: (document) => {
      document.at("aws_lb_listener.https").ssl_policy = "ELBSecurityPolicy-2016-08";
    },
    told: ["FY547 aws_lb_listener.https"],
  },
  {
    title: "an HTTPS listener leaves its TLS policy to the API",
    cut: (document) => {
      delete document.at("aws_lb_listener.https").ssl_policy;
    },
    told: ["FY547 aws_lb_listener.https"],
  },
  {
    title: "plain HTTP forwards although there is HTTPS",
    cut: (document) => {
      document.at("aws_lb_listener.http").default_action =
        document.at("aws_lb_listener.https").default_action;
    },
    told: ["FY548 aws_lb_listener.http"],
  },
];

function rule(document: Document, path: string, priority: number): Body {
  const api = document.at("aws_lb_listener_rule.api");
  return { ...api, priority, condition: [{ path_pattern: [{ values: [path] }] }] };
}
