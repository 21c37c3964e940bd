import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, rehearse } from "./command";

const page = readFileSync(join(__dirname, "..", "..", "docs", "production.md"), "utf8");

/** All that settings can name and an empty account does not have. */
const standing = {
  existingNetwork: {
    vpcId: "vpc-0a1b2c3d4e5f67890",
    publicSubnetTags: { Tier: "public" },
    privateSubnetIds: ["subnet-0a1b2c3d4e5f67891", "subnet-0a1b2c3d4e5f67892"],
  },
  domain: {
    ...{ name: "app.example.com", hostedZone: "example.com" },
    certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
  },
  door: { accessLogs: { bucket: "acme-logs" } },
  service: {
    container: {
      secrets: {
        TOKEN: { store: "ssm", id: "/shop/token" },
        PASSWORD: {
          store: "secretsmanager",
          id: "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCdEf",
        },
      },
    },
  },
};

let folder: string;

beforeAll(() => {
  build("rehearse");
  folder = mkdtempSync(join(tmpdir(), "frontyard-settings-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("settings of production.md, and of a stack in what stands, are rehearsed to the end", async () => {
  const [, printed = "{}"] = /^```json\n([\s\S]*?)^```/m.exec(page) ?? [];
  const file = join(folder, "settings.json");
  const settings = { ...(JSON.parse(printed) as object), "learning-app": standing };
  writeFileSync(file, JSON.stringify(settings));
  const env = { FRONTYARD_SETTINGS: file, TMPDIR: folder };
  const { exitCode, output } = await rehearse(["voice-agent", "learning-app"], env).ended;
  expect(output).toContain("voice-agent: protected: refused to destroy, as it should");
  for (const seeded of [
    ...["hosted zone example.com", "VPC vpc-0a1b2c3d4e5f67890 with 4 subnets", "bucket acme-logs"],
    ...[standing.domain.certificateArn, "parameter /shop/token", "secret shop/db"],
  ])
    expect(output).toContain(seeded);
  expect(output).not.toContain("not seeded");
  expect(output).toContain("rehearsed: voice-agent, learning-app");
  expect(exitCode).toBe(0);
  expect(readdirSync(folder)).toEqual(["settings.json"]);
});
