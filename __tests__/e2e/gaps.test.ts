import { gaps } from "../../emulator/gaps";
import { closedGaps } from "../../emulator/gaps/probe";
import { Stage } from "./stage";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(() => stage.close());

it("moto still has every gap that the emulator fills", async () => {
  const closed = await closedGaps(stage.emulator.record.motoUrl);
  const advice = closed.map((name) => `moto does as AWS does now, remove the gap: ${name}`);
  expect(advice).toEqual([]);
});

it("no gap is left with the emulator in front", async () => {
  const closed = await closedGaps(stage.emulator.url);
  expect([...closed].sort()).toEqual(gaps.map(({ name }) => name).sort());
});

it("only the rehearsal commands its emulator", async () => {
  const order = `${stage.emulator.url}/_rehearsal/end`;
  expect((await fetch(order, { method: "POST" })).status).toBe(403);
});
