import { asText, type Paint } from "../../../../cli/check/formats/text";
import { paintFor } from "../../../../cli/screen/paint";
import { reportOn } from "../../../../cli/check/report";
import { soundDocument } from "../../../traffic/documents/sound";

const document = soundDocument();
document.block("aws_ecs_service.web", "network_configuration").assign_public_ip = true;
document.at("aws_lb_target_group.api").port = 80;
document.at("aws_ecs_service.web")["//"] = { metadata: { path: "shop/Web/Resource" } };

const waiver = { rule: "FY517", address: "*", reason: "two names for one thing" };
const report = reportOn([{ name: "shop", file: "shop.json", json: document.json }], [waiver]);
const plain: Paint = (text) => text;

describe("text", () => {
  it("is grouped by stack, aligned, with cause, fix and page", () => {
    expect(asText(report, plain)).toBe(`shop
  warning  FY533  shop/Web/Resource  aws_ecs_service.web
           a task must have private addresses only,
           got assign_public_ip
           fix: set assign_public_ip to false and place tasks in private subnets with a NAT gateway or endpoints
           https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
  waived   FY517  aws_lb_target_group.api
           got 80, where port 9090 is registered
           waived: two names for one thing
  from the internet:
    reached  door  on port 80 and 443
    reached  web   through door on port 443
    reached  api   through door on port 443

1 stack: 0 errors, 1 warning, 0 notes, 1 waived
`);
  });

  it("says of each service whether the internet reaches it, and what is not known", () => {
    const other = soundDocument();
    other.block("aws_ecs_service.web", "load_balancer").target_group_arn = "${var.target_group}";
    delete other.at("aws_ecs_service.api").load_balancer;
    const text = asText(reportOn([{ name: "shop", file: "shop.json", json: other.json }], []), plain);
    expect(text).toContain(`  from the internet:
    reached  door  on port 80 and 443
    unknown  web   whether listener HTTPS:443, rule 10 forwards to a target group of web: load_balancer[0].target_group_arn of aws_ecs_service.web comes from \${var.target_group}
    closed   api   it is not registered with a load balancer
`);
  });

  it("says all that is wrong with an app that can't be synthesized, a line each", () => {
    const problem =
      "can't be synthesized: 2 problems, nothing was written:\n  FY027 shop: a\n  FY104 shop: b\u0007";
    const text = asText({ stacks: [{ name: "app", file: "", problem }], unusedWaivers: [] }, plain);
    expect(text).toContain("nothing was written:\n  FY027 shop: a\n  FY104 shop: b\\u0007\n");
  });

  it("is coloured where colours are welcome, and the same otherwise", () => {
    const coloured = asText(report, paintFor(true));
    expect(coloured).toContain("\u001b[33mwarning\u001b[39m");
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(asText(report, paintFor(false)));
  });
});
